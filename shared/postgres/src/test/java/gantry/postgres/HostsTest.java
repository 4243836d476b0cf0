package gantry.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HostsTest {
  @Test
  void oneAddressStaysAsItIs() {
    var url = "jdbc:postgresql://db:5432/gantry?targetServerType=primary";

    assertThat(Hosts.of(url).urls()).containsExactly(url);
    assertThat(Hosts.of(url).areSeveral()).isFalse();
  }

  @Test
  void severalHostsAreAsOftenTheSameAddress() {
    var hosts =
        Hosts.of(
            "jdbc:postgresql://a:1,[::1]:2, c/gantry?targetServerType=primary&sslmode=verify-full"
                + "&hostRecheckSeconds=2");

    assertThat(hosts.urls())
        .containsExactly(
            "jdbc:postgresql://a:1/gantry?sslmode=verify-full&",
            "jdbc:postgresql://[::1]:2/gantry?sslmode=verify-full&",
            "jdbc:postgresql://c/gantry?sslmode=verify-full&");
    assertThat(hosts.areSeveral()).isTrue();
  }
}
