package gantry.egress;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.egress.EgressGuard.Verdict.Allowed;
import gantry.egress.EgressGuard.Verdict.Refused;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EgressGuardTest {
  private static final String PUBLIC = "93.184.215.14";

  /** Whatever the host: these URLs do not get as far as its addresses. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "https://",
        "https:///path",
        "https:hooks.example.com",
        "//hooks.example.com/",
        "hooks.example.com",
        "http://hooks.example.com/",
        "HTTPS://hooks.example.com/",
        "ftp://hooks.example.com/",
        "file:///etc/passwd",
        "gopher://hooks.example.com/",
        "jar:https://hooks.example.com!/",
        "javascript:alert(1)",
        "data:text/plain,x",
        "https://user@hooks.example.com/",
        "https://user:secret@hooks.example.com/",
        "https://@hooks.example.com/",
        "https://hooks.example.com@10.0.0.1/",
        "https://10.0.0.1%2f@hooks.example.com/",
        "https://hooks.example.com:80/",
        "https://hooks.example.com:22/",
        "https://hooks.example.com:0/",
        "https://hooks.example.com:65536/",
        "https://hooks.example.com:-443/",
        "https://hooks.example.com:0443/",
        "https://hooks.example.com:/",
        "https://hooks.example.com#@10.0.0.1/",
        "https://hooks.example.com/#fragment",
        "https://hooks.example.com\\@10.0.0.1/",
        "https://hooks.example.com/ path",
        "https://hooks.example.com/\r\nHost: internal",
        "https://hooks.example.com\t/",
        " https://hooks.example.com/",
        "https://hooks.example.com/\u0000",
        "https://h\u00f6oks.example.com/",
        "https://hooks\u3002example\u3002com/",
        "https://\uff11\uff12\uff17.0.0.1/",
        "https://\u2488\u2488\u2488\u2488/",
        "https://hooks%2eexample.com/",
        "https://Hooks.Example.com/",
        "https://hooks.example.com./",
        "https://hooks..example.com/",
        "https://.example.com/",
        "https://-hooks.example.com/",
        "https://hooks_1.example.com/",
        "https://hooks.example.com,10.0.0.1/",
        "https://localhost/",
        "https://localhost./",
        "https://hooks/",
        "https://x.localhost/",
        "https://metadata.google.internal/computeMetadata/v1/",
        "https://printer.local/",
        "https://x.home.arpa/",
        "https://router.lan/",
        "https://hooks.onion/",
        "https://127.0.0.1/",
        "https://127.1/",
        "https://0/",
        "https://0.0.0.0/",
        "https://2130706433/",
        "https://017700000001/",
        "https://0x7f000001/",
        "https://0x7f.1/",
        "https://0x7f.0x0.0x0.0x1/",
        "https://0177.0.0.1/",
        "https://00127.0.0.1/",
        "https://127.0.0.1.",
        "https://169.254.169.254/latest/meta-data/",
        "https://8.8.8.8/",
        "https://1.1.1.1.1/",
        "https://[::1]/",
        "https://[::]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[::ffff:7f00:1]/",
        "https://[::127.0.0.1]/",
        "https://[64:ff9b::7f00:1]/",
        "https://[fd00:ec2::254]/",
        "https://[fe80::1%25eth0]/",
        "https://[2606:4700:4700::1111]/",
        "https://[v1.x]/"
      })
  void hostileFormsAreRefusedUnresolved(String url) {
    var guard =
        new EgressGuard(host -> {
          throw new AssertionError("resolved " + host);
        });

    assertThat(guard.check(url)).isInstanceOf(Refused.class);
  }

  /** Each of these is what a hostile or wrong DNS answers. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "10.255.255.255",
        "100.64.0.1",
        "100.100.100.200",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.254",
        "168.63.129.16",
        "169.254.169.254",
        "169.254.170.2",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.192",
        "192.0.2.1",
        "192.31.196.1",
        "192.52.193.1",
        "192.88.99.1",
        "192.168.0.1",
        "192.175.48.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:0:10.0.0.1",
        "64:ff9b::10.0.0.1",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "2001:2::1",
        "2001:10::1",
        "2001:20::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "2002:a00:1::1",
        "2620:4f:8000::1",
        "3fff::1",
        "3fff:fff::1",
        "5f00::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fec0::1",
        "ff02::1"
      })
  void anAddressThatIsNotPublicIsRefusedAlsoAmongPublicOnes(String address) {
    assertThat(checkAt(address)).isEqualTo(new Refused(Refusal.ADDRESS));
    assertThat(checkAt(PUBLIC, address)).isEqualTo(new Refused(Refusal.ADDRESS));
    assertThat(checkAt(address, PUBLIC)).isEqualTo(new Refused(Refusal.ADDRESS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.1",
        "169.253.255.255",
        "169.255.0.0",
        "172.15.0.1",
        "172.32.0.1",
        "192.0.1.1",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "::ffff:1.1.1.1",
        "2001:200::1",
        "2001:4860:4860::8888",
        "2606:4700:4700::1111",
        "2a00:1450:4001:82a::200e",
        "2003::1",
        "3ffe:ffff::1"
      })
  void aPublicAddressPasses(String address) {
    assertThat(checkAt(address))
        .isInstanceOfSatisfying(
            Allowed.class,
            allowed ->
                assertThat(allowed.addresses()).containsExactly(InetAddress.ofLiteral(address)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://hooks.example.com",
        "https://hooks.example.com/",
        "https://hooks.example.com:443/a/b?c=d&e=%20f",
        "https://hooks.example.com:8443/",
        "https://example.org/redirect?to=https://10.0.0.1/",
        "https://xn--bcher-kva.example.com/",
        "https://a.b-c.d1.museum/",
        "https://hooks.xn--p1ai/",
        "https://1password.com/",
        "https://10.0.0.1.nip.io/"
      })
  void aPublicUrlPasses(String url) {
    assertThat(new EgressGuard(_ -> at(PUBLIC)).check(url)).isInstanceOf(Allowed.class);
  }

  @ParameterizedTest
  @CsvSource({"2048, true", "2049, false"})
  void lengthIsBounded(int length, boolean fits) {
    var start = "https://hooks.example.com/";
    var url = start + "x".repeat(length - start.length());

    assertThat(PublicUrl.refusal(url).isEmpty()).isEqualTo(fits);
  }

  @Test
  void hostsAreBounded() {
    var label = "a".repeat(63);

    assertThat(PublicUrl.refusal("https://" + label + ".com/")).isEmpty();
    assertThat(PublicUrl.refusal("https://" + label + "a.com/")).contains(Refusal.HOST);
    assertThat(PublicUrl.refusal("https://" + (label + ".").repeat(4) + "com/"))
        .contains(Refusal.HOST);
  }

  @Test
  void aHostIsResolvedOnce() {
    var answers = Stream.of(PUBLIC, "10.0.0.1").iterator(); // As a rebinding server does.
    var guard = new EgressGuard(_ -> at(answers.next()));

    assertThat(guard.check("https://hooks.example.com/"))
        .isInstanceOfSatisfying(
            Allowed.class, allowed -> assertThat(allowed.addresses()).containsExactly(at(PUBLIC)));
    assertThat(answers).hasNext();
  }

  @Test
  void aHostWithoutAddressIsRefused() {
    var guard =
        new EgressGuard(host -> {
          throw new UnknownHostException(host);
        });

    assertThat(guard.check("https://gone.example.com/")).isEqualTo(new Refused(Refusal.UNRESOLVED));
    assertThat(checkAt()).isEqualTo(new Refused(Refusal.ADDRESS));
  }

  private static EgressGuard.Verdict checkAt(String... addresses) {
    return new EgressGuard(_ -> at(addresses)).check("https://hooks.example.com/");
  }

  private static InetAddress[] at(String... addresses) {
    return Stream.of(addresses).map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://chat.internal:8065.example.org/",
        "http://chat.internal:80651/",
        "http://chat.internal/",
        "https://chat.internal:8065/",
        "http://chat.internal:8065@127.0.0.1/",
        "http://other.internal:8065/"
      })
  void anOriginOfOnesOwnOpensNothingElse(String url) {
    var guard =
        new EgressGuard(_ -> new InetAddress[] {InetAddress.ofLiteral("10.0.0.1")})
            .alsoTo(Set.of("http://chat.internal:8065", ""));

    assertThat(guard.check("http://chat.internal:8065/hooks/x")).isInstanceOf(Allowed.class);
    assertThat(guard.check(url)).isInstanceOf(Refused.class);
  }

  /** What it throws would carry the URL, and with it the secret, into the logs. */
  @ParameterizedTest
  @ValueSource(strings = {"http://chat.internal:8065/hooks/x ", "http://chat_server:8065/hooks/x"})
  void anOddUrlOfOnesOwnIsRefused(String url) {
    var guard =
        new EgressGuard(_ -> at("127.0.0.1"))
            .alsoTo(Set.of("http://chat.internal:8065", "http://chat_server:8065"));

    assertThat(guard.check(url)).isInstanceOf(Refused.class);
  }
}
