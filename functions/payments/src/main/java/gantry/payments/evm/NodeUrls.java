package gantry.payments.evm;

import static java.nio.charset.StandardCharsets.UTF_8;

import gantry.chains.ChainId;
import gantry.providers.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the document of nodes: addresses by chain, in the order in which they are asked. */
final class NodeUrls {
  static final String SECRET = "EVM_RPC_URLS";

  private NodeUrls() {}

  static Map<ChainId, List<String>> read(String text) {
    var document =
        Json.read(text.getBytes(UTF_8)).filter(Json::isObject).orElseThrow(NodeUrls::mistake);
    var urls = new LinkedHashMap<ChainId, List<String>>();
    document.members().forEach((name, list) -> urls.put(chain(name), urls(list)));
    return urls;
  }

  private static ChainId chain(String name) {
    return ChainId.parse(name)
        .filter(chain -> chain.family() == ChainId.Family.EVM)
        .orElseThrow(NodeUrls::mistake);
  }

  private static List<String> urls(Json list) {
    if (!list.isList()) {
      throw mistake();
    }
    return list.items().stream().map(url -> url.text().orElseThrow(NodeUrls::mistake)).toList();
  }

  private static IllegalArgumentException mistake() {
    return new IllegalArgumentException(SECRET + " has a mistake");
  }
}
