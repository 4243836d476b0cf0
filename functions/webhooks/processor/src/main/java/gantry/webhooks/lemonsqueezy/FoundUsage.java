package gantry.webhooks.lemonsqueezy;

/** What the provider says of a subscription item's usage. */
public sealed interface FoundUsage {
  record Shown(CurrentUsage usage) implements FoundUsage {}

  /** The provider knows no such item, or no longer. */
  record Missing() implements FoundUsage {}

  /** Nobody knows. */
  record Unknown() implements FoundUsage {}
}
