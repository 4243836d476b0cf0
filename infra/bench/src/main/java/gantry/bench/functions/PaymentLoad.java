package gantry.bench.functions;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The measured JVM of {@link PaymentThroughput}. */
final class PaymentLoad {
  private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
  private static final URI CHAIN = URI.create(System.getenv("CHAIN") + "/");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Function function = new Function();
  private final Iterator<Integer> chains =
      Stream.generate(ChainStub.CHAINS::keySet).flatMap(Set::stream).iterator();
  private int transactions;

  public static void main(String... args) throws Exception {
    var load = new PaymentLoad();
    var verdicts = Integer.parseInt(args[0]);
    load.round(verdicts); // Warms up.
    for (var round = 0; round < Integer.parseInt(args[1]); round++) {
      Function.OUT.println(load.round(verdicts));
    }
    System.exit(0);
  }

  private String round(int verdicts) throws Exception {
    var intents = intents(verdicts);
    var calls = Measured.times(verdicts, PaymentLoad::call);
    var before = answered();
    var claims = Measured.times(verdicts, () -> claim(intents.remove()));
    var callsEach = (answered() - before) / (double) verdicts;
    var inCalls = callsEach * claims.perSecond() / calls.perSecond();
    return "verdicts %s%nof %.2f calls each, of which alone: %s%n%.0f %% of the time outside them"
        .formatted(claims, callsEach, calls, 100 * (1 - inCalls));
  }

  private Queue<String> intents(int count) {
    return IntStream.range(0, count)
        .mapToObj(_ -> intent())
        .collect(Collectors.toCollection(ArrayDeque::new));
  }

  private String intent() {
    var body =
        """
        {"userId":"u-1","asset":"USDT","amount":"25","chains":["eip155:%d"],
         "grant":{"plan":"PRO","days":30}}
        """
            .formatted(chains.next());
    var id = ID.matcher(function.post("/v1/payment-intents", body, "service"));
    if (!id.find()) {
      throw new IllegalStateException("An intent without an id");
    }
    return id.group(1);
  }

  private void claim(String intent) {
    var body = "{\"transaction\":\"0x%064x\"}".formatted(0xfeed_0000L + ++transactions);
    var answer = function.post("/v1/payment-intents/" + intent + "/claims", body, "service");
    if (!answer.contains("\"outcome\":\"CREDITED\"")) {
      throw new IllegalStateException(answer);
    }
  }

  /** One call of the node by itself. */
  private static void call() throws IOException, InterruptedException {
    var body =
        """
        {"jsonrpc":"2.0","id":1,"method":"eth_getTransactionReceipt","params":["0x%064x"]}
        """
            .formatted(1);
    send(HttpRequest.newBuilder(CHAIN.resolve("1")).POST(BodyPublishers.ofString(body)));
  }

  /** How many calls the node has had. */
  private static long answered() throws IOException, InterruptedException {
    return Long.parseLong(send(HttpRequest.newBuilder(CHAIN.resolve("calls"))));
  }

  private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return HTTP.send(request.build(), BodyHandlers.ofString()).body();
  }
}
