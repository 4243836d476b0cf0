package gantry.payments.claim;

import gantry.chains.ChainId;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an explorer's address says; hosts of test networks are not in the list. */
record ExplorerUrl(ChainId chain, String hash) {
  private static final Map<String, ChainId> HOSTS =
      Map.ofEntries(
          Map.entry("etherscan.io", ChainId.evm(1)),
          Map.entry("optimistic.etherscan.io", ChainId.evm(10)),
          Map.entry("bscscan.com", ChainId.evm(56)),
          Map.entry("polygonscan.com", ChainId.evm(137)),
          Map.entry("basescan.org", ChainId.evm(8453)),
          Map.entry("arbiscan.io", ChainId.evm(42161)),
          Map.entry("snowtrace.io", ChainId.evm(43114)),
          Map.entry("snowscan.xyz", ChainId.evm(43114)),
          Map.entry("solscan.io", ChainId.SOLANA),
          Map.entry("explorer.solana.com", ChainId.SOLANA),
          Map.entry("solana.fm", ChainId.SOLANA),
          Map.entry("tronscan.org", ChainId.TRON),
          Map.entry("tronscan.io", ChainId.TRON));

  private static final Pattern PATH =
      Pattern.compile("/(?:#/)?(?:tx|transaction)/([0-9A-Za-z]{1,100})/?");

  static Optional<ExplorerUrl> read(String text) {
    try {
      var url = new URI(text);
      var path = PATH.matcher(path(url));
      var chain = Optional.ofNullable(url.getHost()).flatMap(ExplorerUrl::chain);
      return isPlain(url) && path.matches() && chain.isPresent()
          ? Optional.of(new ExplorerUrl(chain.get(), path.group(1)))
          : Optional.empty();
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  private static Optional<ChainId> chain(String host) {
    var lower = host.toLowerCase(Locale.ROOT);
    var name = lower.startsWith("www.") ? lower.substring("www.".length()) : lower;
    return Optional.ofNullable(HOSTS.get(name));
  }

  /** Tronscan keeps its path behind the fragment. */
  private static String path(URI url) {
    var fragment = url.getRawFragment();
    var path = String.valueOf(url.getRawPath());
    return fragment != null && fragment.startsWith("/") ? path + "#" + fragment : path;
  }

  private static boolean isPlain(URI url) {
    var query = url.getRawQuery();
    var isMain = query == null || !query.contains("cluster=") || query.contains("mainnet");
    return ("https".equals(url.getScheme()) || "http".equals(url.getScheme()))
        && url.getRawUserInfo() == null
        && isMain;
  }
}
