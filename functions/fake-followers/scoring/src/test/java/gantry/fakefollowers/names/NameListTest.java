package gantry.fakefollowers.names;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code NAME_LIST}, the operator's own list. */
class NameListTest {
  @TempDir private Path folder;

  @Test
  void withoutAListTheShippedNamesAreKnown() {
    try (var context = ApplicationContext.run(Map.of("name.list", " "))) {
      assertThat(context.getBean(KnownNames.class).own().contains("rahul")).isTrue();
    }
  }

  @Test
  void aFileIsClassicsOnlyListAndAddsToTheOthers() throws IOException {
    var names = known(write("Zorblax\r\n\r\n  Élodie \nज्ञानेश\nmary ann\n".getBytes(UTF_8)));

    assertThat(List.of("zorblax", "élodie")).allMatch(names.own()::contains);
    assertThat(names.own().contains("rahul")).isFalse();
    assertThat(names.own().score("mary")).isEqualTo(75);
    assertThat(names.score("zorblax")).isEqualTo(100);
    assertThat(names.score("rahul")).isEqualTo(100);
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstName() throws IOException {
    assertThat(known(write("\uFEFFzorblax\n".getBytes(UTF_8))).own().contains("zorblax")).isTrue();
  }

  @Test
  void moreThanAMillionNamesAreRefused() throws IOException {
    var file = write("a\n".repeat(1_000_001).getBytes(UTF_8));

    assertThatThrownBy(() -> NameListClient.read(file.toUri().toString()))
        .hasMessageContaining("more than 1000000");
  }

  @Test
  void whatIsNoUtf8IsRefused() throws IOException {
    var file = write(new byte[] {'a', (byte) 0xE9, '\n'});

    assertThatThrownBy(() -> NameListClient.read(file.toUri().toString()))
        .hasCauseInstanceOf(MalformedInputException.class);
  }

  @Test
  void aListThatIsNotThereIsNotTakenForAnEmptyOne() {
    assertThatThrownBy(() -> NameListClient.read(folder.resolve("none").toUri().toString()))
        .isInstanceOf(IOException.class);
  }

  @Test
  void anotherKindOfAddressIsRefused() {
    assertThatThrownBy(() -> NameListClient.read("https://example.com/names.txt"))
        .hasMessageContaining("neither file: nor s3:");
  }

  @Test
  void aListMayLieInABucket() throws IOException {
    var asked = new ArrayList<String>();
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestURI().getPath());
          var body = "zorblax\n".getBytes(UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    var address = "http://127.0.0.1:" + server.getAddress().getPort();
    var settings =
        Map.of(
            "aws.region",
            "eu-central-1",
            "aws.accessKeyId",
            "a",
            "aws.secretAccessKey",
            "b",
            "aws.endpointUrlS3",
            address);

    settings.forEach(System::setProperty);
    try {
      assertThat(NameListClient.read("s3://lists/some/names.txt")).containsExactly("zorblax");
    } finally {
      settings.keySet().forEach(System::clearProperty);
      server.stop(0);
    }
    assertThat(asked).containsExactly("/lists/some/names.txt");
  }

  private static KnownNames known(Path file) {
    try (var context = ApplicationContext.run(Map.of("name.list", file.toUri().toString()))) {
      return context.getBean(KnownNames.class);
    }
  }

  private Path write(byte[] content) throws IOException {
    return Files.write(folder.resolve("names.txt"), content);
  }
}
