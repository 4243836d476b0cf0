package gantry.postgres;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The servers that one address in pgjdbc's form, {@code //one:5432,two:5432/gantry}, names. */
record Hosts(List<String> urls) {
  private static final Pattern ADDRESS = Pattern.compile("(jdbc:postgresql://)([^/?]*)(.*)");

  /** Roles are judged here; the driver would take the first that calls itself a primary. */
  private static final Pattern DRIVERS_CHOICE =
      Pattern.compile("(?<=[?&])(targetServerType|loadBalanceHosts|hostRecheckSeconds)=[^&]*&?");

  Hosts {
    urls = List.copyOf(urls);
  }

  static Hosts of(String url) {
    var address = ADDRESS.matcher(url);
    if (!address.matches() || !address.group(2).contains(",")) {
      return new Hosts(List.of(url));
    }
    var rest = DRIVERS_CHOICE.matcher(address.group(3)).replaceAll("");
    return new Hosts(
        Arrays.stream(address.group(2).split(","))
            .map(host -> address.group(1) + host.strip() + rest)
            .toList());
  }

  boolean areSeveral() {
    return urls.size() > 1;
  }
}
