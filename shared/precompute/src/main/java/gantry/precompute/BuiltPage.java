package gantry.precompute;

/**
 * What a build made for a subject.
 *
 * @param isKept false when it had nothing where there was something, or came too late
 */
record BuiltPage(String subject, long items, boolean isKept) {}
