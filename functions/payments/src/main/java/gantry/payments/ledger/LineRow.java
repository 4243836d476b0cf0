package gantry.payments.ledger;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import java.util.UUID;

@MappedEntity("payments.ledger_lines")
record LineRow(@Id UUID entry, Account account, String currency, BigDecimal units) {}
