package gantry.payments.intent;

import static java.nio.charset.StandardCharsets.UTF_8;

import gantry.chains.Address;
import gantry.chains.ChainId;
import gantry.payments.asset.Amounts;
import gantry.payments.asset.Asset;
import gantry.payments.asset.Assets;
import gantry.payments.verdict.Terms.Option;
import gantry.providers.Json;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the settings; a mistake in them stops the start, because it could cost money. */
public final class CatalogReader {
  private static final int MAX_DAYS = 3_660;

  private final Map<ChainId, Address> recipients = new LinkedHashMap<>();
  private final Map<String, Product> products = new LinkedHashMap<>();

  private CatalogReader() {}

  public static Catalog read(String products, String recipients, Duration lifetime) {
    var reader = new CatalogReader();
    document("RECIPIENTS", recipients).members().forEach(reader::addRecipient);
    document("PRODUCTS", products).members().forEach(reader::addProduct);
    return new Catalog(reader.products, reader.recipients, lifetime);
  }

  private static Json document(String setting, String text) {
    return Json.read(text.getBytes(UTF_8))
        .filter(Json::isObject)
        .orElseThrow(() -> new IllegalStateException(setting + " is no JSON object"));
  }

  private void addRecipient(String name, Json text) {
    var chain = chain("RECIPIENTS", name);
    var address = text.text().flatMap(it -> Address.parse(chain.family(), it));
    recipients.put(chain, address.orElseThrow(() -> mistake("RECIPIENTS", name)));
  }

  private void addProduct(String name, Json json) {
    var options = new ArrayList<Option>();
    var cents = json.at("usdCents").integer().filter(it -> it.signum() > 0);
    json.at("assets")
        .members()
        .forEach((chain, codes) ->
            codes
                .items()
                .forEach(code -> {
                  var asset = asset(name, chain, code);
                  var price = cents.orElseThrow(() -> mistake("PRODUCTS", name)).longValueExact();
                  require(asset.isStablecoin(), name);
                  options.add(option(name, asset, Amounts.ofCents(price, asset)));
                }));
    json.at("native").members().forEach((chain, coin) -> options.add(coin(name, chain, coin)));
    require(!options.isEmpty(), name);
    products.put(name, new Product(name, grant(name, json), options));
  }

  private Option coin(String name, String chain, Json json) {
    var asset = asset(name, chain, json.at("asset"));
    var units = json.at("amount").text().flatMap(text -> Amounts.parse(text, asset));
    return option(name, asset, units.orElseThrow(() -> mistake("PRODUCTS", name)));
  }

  private static Grant grant(String name, Json json) {
    var days = json.at("days").integer().filter(it -> it.signum() > 0 && it.bitLength() < 31);
    var plan = json.at("plan").text().filter(it -> it.matches("[A-Za-z0-9_-]{1,40}"));
    require(days.isPresent() && plan.isPresent(), name);
    require(days.orElse(BigInteger.ZERO).intValue() <= MAX_DAYS, name);
    return new Grant(plan.orElseThrow(), days.orElseThrow().intValue());
  }

  private Option option(String name, Asset asset, BigInteger units) {
    var recipient = recipients.get(asset.chain());
    if (recipient == null) {
      throw new IllegalStateException("RECIPIENTS lacks a chain of PRODUCTS' " + name);
    }
    return new Option(asset, recipient, units);
  }

  private static Asset asset(String name, String chain, Json code) {
    return code.text()
        .flatMap(text -> Assets.find(chain("PRODUCTS", chain), text))
        .orElseThrow(() -> mistake("PRODUCTS", name));
  }

  private static ChainId chain(String setting, String name) {
    return ChainId.parse(name).filter(Assets::isOn).orElseThrow(() -> mistake(setting, name));
  }

  private static void require(boolean isRight, String name) {
    if (!isRight) {
      throw mistake("PRODUCTS", name);
    }
  }

  private static IllegalStateException mistake(String setting, String where) {
    return new IllegalStateException(setting + " has a mistake at " + where);
  }
}
