package gantry.payments.verdict;

import gantry.payments.asset.Assets;
import gantry.payments.chain.Evidence;
import gantry.payments.chain.Evidence.Execution;
import gantry.payments.chain.Leg;
import gantry.payments.verdict.Terms.Option;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds what a transaction brought, or why it brought nothing. */
final class FindMoney {
  private final Terms terms;
  private final Evidence evidence;

  FindMoney(Terms terms, Evidence evidence) {
    this.terms = terms;
    this.evidence = evidence;
  }

  sealed interface Found {
    record Some(Money money) implements Found {}

    record Nothing(Reason reason) implements Found {}
  }

  Found find() {
    var inbound = evidence.legs().stream().filter(this::isOurs).filter(this::hasValue).toList();
    var foreign = inbound.stream().filter(leg -> !isOwn(leg)).toList();
    if (foreign.isEmpty()) {
      return new Found.Nothing(inbound.isEmpty() ? whyNothing() : Reason.SELF_TRANSFER);
    }
    var payable = terms.options().stream().filter(option -> pays(foreign, option)).toList();
    if (payable.isEmpty()) {
      return new Found.Nothing(whyUseless(foreign));
    }
    var monies = payable.stream().map(option -> money(foreign, option)).toList();
    return best(monies);
  }

  private Reason whyUseless(List<Leg> foreign) {
    return foreign.stream().anyMatch(leg -> Assets.of(leg.token()).isPresent())
        ? Reason.WRONG_ASSET
        : Reason.UNSUPPORTED_ASSET;
  }

  private Reason whyNothing() {
    var acceptsCoin = terms.options().stream().anyMatch(it -> it.asset().token().isCoin());
    if (acceptsCoin && evidence.execution() == Execution.SUCCEEDED_UNTRACED) {
      return Reason.INTERNAL_TRANSFER;
    }
    if (evidence.legs().stream().anyMatch(this::isOurs)) {
      return Reason.ZERO_AMOUNT;
    }
    return evidence.legs().stream().anyMatch(this::hasValue)
        ? Reason.WRONG_RECIPIENT
        : Reason.NO_TRANSFER;
  }

  /** The first that is enough; else the first that brought something. */
  private static Found best(List<Found> monies) {
    return first(monies, found -> found instanceof Found.Some(var money) && money.isEnough())
        .or(() -> first(monies, found -> found instanceof Found.Some))
        .orElseGet(monies::getFirst);
  }

  private static Optional<Found> first(List<Found> monies, Predicate<Found> wanted) {
    return monies.stream().filter(wanted).findFirst();
  }

  private Found money(List<Leg> foreign, Option option) {
    var all = foreign.stream().filter(leg -> isFor(leg, option)).toList();
    var free = all.stream().filter(leg -> !terms.taken().contains(leg.index())).toList();
    var back = back(option);
    var isTaken = terms.taken().contains(Terms.WHOLE);
    if (isTaken || free.isEmpty() || (back.signum() > 0 && free.size() < all.size())) {
      return new Found.Nothing(Reason.ALREADY_CLAIMED);
    }
    var single = back.signum() == 0 ? single(free, option) : Optional.<Leg>empty();
    if (single.isPresent()) {
      return some(option, List.of(single.get()), single.get().units());
    }
    var received = sum(free).subtract(back);
    return received.signum() > 0
        ? some(option, free, received)
        : new Found.Nothing(Reason.SELF_TRANSFER);
  }

  /** One that fits; or the least of several that would each be enough, as they pay several. */
  private static Optional<Leg> single(List<Leg> free, Option option) {
    var exact = free.stream().filter(leg -> leg.units().equals(option.units())).findFirst();
    var enough =
        free.stream()
            .filter(leg -> new Money(option, List.of(), leg.units(), BigInteger.ZERO).isEnough())
            .sorted(Comparator.comparing(Leg::units).thenComparing(Leg::index))
            .toList();
    return exact.isPresent() || enough.size() < 2 ? exact : Optional.of(enough.getFirst());
  }

  private Found some(Option option, List<Leg> legs, BigInteger received) {
    return new Found.Some(new Money(option, legs, received, terms.earlier().of(option.asset())));
  }

  /** What left our account again in the same transaction. */
  private BigInteger back(Option option) {
    return sum(
        evidence.legs().stream()
            .filter(leg -> leg.token().equals(option.asset().token()))
            .filter(leg -> leg.from().contains(option.recipient()))
            .filter(leg -> !leg.to().equals(option.recipient()))
            .toList());
  }

  private static BigInteger sum(List<Leg> legs) {
    return legs.stream().map(Leg::units).reduce(BigInteger.ZERO, BigInteger::add);
  }

  private boolean pays(List<Leg> legs, Option option) {
    return legs.stream().anyMatch(leg -> isFor(leg, option));
  }

  private static boolean isFor(Leg leg, Option option) {
    return leg.token().equals(option.asset().token()) && leg.to().equals(option.recipient());
  }

  private boolean isOurs(Leg leg) {
    return terms.options().stream().anyMatch(option -> leg.to().equals(option.recipient()));
  }

  private boolean hasValue(Leg leg) {
    return leg.units().signum() > 0;
  }

  private static boolean isOwn(Leg leg) {
    return leg.from().contains(leg.to());
  }
}
