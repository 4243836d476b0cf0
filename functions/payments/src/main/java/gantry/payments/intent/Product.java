package gantry.payments.intent;

import gantry.payments.verdict.Terms.Option;
import java.util.List;

/** What can be bought, and the ways to pay for it. */
public record Product(String name, Grant grant, List<Option> options) {
  public Product {
    options = List.copyOf(options);
  }
}
