package gantry.payments.intent;

import gantry.chains.Address;
import gantry.chains.ChainId;
import gantry.lambda.Identifier;
import gantry.payments.asset.Amounts;
import gantry.payments.asset.Assets;
import gantry.payments.intent.Intent.Lifetime;
import gantry.payments.intent.Intent.Origin;
import gantry.payments.intent.Intent.Payers;
import gantry.payments.intent.Wish.Price;
import gantry.payments.verdict.Terms.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes an intent of a wish, or collects what is wrong with it. */
final class PlanIntent {
  private static final Duration LONGEST = Duration.ofDays(31);
  private static final Duration LONGEST_AGO = Duration.ofDays(3_660);
  private static final int MAX_CHAINS = 10;

  private final Catalog catalog;
  private final Wish wish;
  private final Instant now;
  private final Complaints complaints = new Complaints();

  PlanIntent(Catalog catalog, Wish wish, Instant now) {
    this.catalog = catalog;
    this.wish = wish;
    this.now = now;
  }

  /** Empty when there are complaints. */
  Optional<Intent> plan(UUID id, Requester requester, String nonce) {
    var product = product();
    var options = options(product.orElse(null));
    var lifetime = lifetime();
    var owner = owner(requester);
    if (!requester.statesTerms()) {
      complaints.addUnless(!wish.statesTerms(), "product", "is all that a user may state");
    }
    var payers = new Payers(payer(options), Map.of(), nonce);
    var grant = wish.grant() == null ? product.map(Product::grant).orElse(null) : grant();
    var origin = requester.statesTerms() && wish.price() != null ? Origin.SERVICE : Origin.USER;
    return complaints.areNone()
        ? Optional.of(new Intent(id, owner, origin, grant, lifetime, payers, options))
        : Optional.empty();
  }

  Map<String, String> complaints() {
    return complaints.byField();
  }

  private Owner owner(Requester requester) {
    var named = wish.userId();
    if (!requester.statesTerms()) {
      complaints.addUnless(
          named == null || named.equals(requester.userId()), "userId", "must be the caller's own");
      return new Owner(requester.tenant(), requester.userId());
    }
    complaints.addUnless(
        named == null ? requester.role() == Requester.Role.ADMIN : Identifier.isOne(named),
        "userId",
        "must name a user");
    return new Owner(requester.tenant(), named == null ? requester.userId() : named);
  }

  private Optional<Product> product() {
    if ((wish.product() == null) == (wish.price() == null)) {
      complaints.add("product", "is needed, or asset, amount and chains");
    }
    var product = Optional.ofNullable(wish.product()).flatMap(catalog::product);
    complaints.addUnless(
        wish.product() == null || product.isPresent(), "product", "is not for sale");
    return product;
  }

  private List<Option> options(@Nullable Product product) {
    if (product != null) {
      return product.options();
    }
    return wish.price() == null ? List.of() : stated(wish.price());
  }

  private List<Option> stated(Price price) {
    var options = new ArrayList<Option>();
    var seen = new HashSet<String>();
    complaints.addUnless(
        !price.chains().isEmpty() && price.chains().size() <= MAX_CHAINS,
        "chains",
        "must be 1 to " + MAX_CHAINS);
    for (var name : price.chains().stream().limit(MAX_CHAINS).toList()) {
      complaints.addUnless(seen.add(name), "chains", "must differ");
      option(price, name).ifPresent(options::add);
    }
    return options;
  }

  private Optional<Option> option(Price price, String name) {
    var chain = ChainId.parse(name).filter(Assets::isOn);
    complaints.addUnless(chain.isPresent(), "chains", "has one that is not supported");
    var code = price.asset() == null ? "" : price.asset();
    var asset = chain.flatMap(it -> Assets.find(it, code));
    complaints.addUnless(chain.isEmpty() || asset.isPresent(), "asset", "is not on every chain");
    var amount = price.amount() == null ? "" : price.amount();
    var units = asset.flatMap(it -> Amounts.parse(amount, it));
    complaints.addUnless(
        asset.isEmpty() || units.isPresent(), "amount", "is no amount of this asset");
    var recipient = chain.flatMap(it -> recipient(price, it));
    return units.flatMap(it -> recipient.map(to -> new Option(asset.orElseThrow(), to, it)));
  }

  private Optional<Address> recipient(Price price, ChainId chain) {
    var recipient =
        price.recipient() == null
            ? catalog.recipient(chain)
            : Address.parse(chain.family(), price.recipient());
    complaints.addUnless(recipient.isPresent(), "recipient", "is needed, valid on every chain");
    return recipient;
  }

  /** A back end may ask about payments of long ago, in a window that has ended. */
  private Lifetime lifetime() {
    var created = wish.createdAt() == null ? now : wish.createdAt();
    var expires = wish.expiresAt() == null ? now.plus(catalog.lifetime()) : wish.expiresAt();
    complaints.addUnless(
        !created.isAfter(now) && created.isAfter(now.minus(LONGEST_AGO)),
        "createdAt",
        "must be within the last " + LONGEST_AGO.toDays() + " days");
    complaints.addUnless(
        expires.isAfter(created) && expires.isBefore(now.plus(LONGEST)),
        "expiresAt",
        "must be after createdAt and within the next " + LONGEST.toDays() + " days");
    return new Lifetime(created, expires, false);
  }

  private @Nullable Address payer(List<Option> options) {
    var text = wish.payerAddress();
    if (text == null) {
      return null;
    }
    var payer =
        options.stream()
            .map(option -> option.asset().chain().family())
            .distinct()
            .flatMap(family -> Address.parse(family, text).stream())
            .findFirst();
    complaints.addUnless(payer.isPresent(), "payerAddress", "is no account on these chains");
    return payer.orElse(null);
  }

  private @Nullable Grant grant() {
    var grant = wish.grant();
    complaints.addUnless(
        grant != null
            && grant.plan().matches("[A-Za-z0-9_-]{1,40}")
            && grant.days() >= 1
            && grant.days() <= 3_660,
        "grant",
        "needs a plan and 1 to 3660 days");
    return grant;
  }
}
