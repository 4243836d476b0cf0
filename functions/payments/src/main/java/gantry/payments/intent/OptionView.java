package gantry.payments.intent;

import gantry.payments.asset.Amounts;
import gantry.payments.verdict.Terms.Option;
import io.micronaut.serde.annotation.Serdeable;

/** One way to pay, as the API shows it. */
@Serdeable
public record OptionView(
    String chain, String asset, String amount, String recipient, String uri, String qrSvg) {
  public static OptionView of(Option option) {
    var uri = PaymentUri.of(option);
    return new OptionView(
        option.asset().chain().toString(),
        option.asset().code(),
        Amounts.format(option.units(), option.asset()),
        option.recipient().display(),
        uri,
        QrSvg.of(uri));
  }
}
