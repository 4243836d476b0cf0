package gantry.operations.deadletters;

import java.util.Optional;

/** A dead-letter queue by its name; without a source nothing can be moved back from it. */
record DeadLetterQueue(String name, String address, Optional<String> source) {}
