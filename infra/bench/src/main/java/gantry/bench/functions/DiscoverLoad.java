package gantry.bench.functions;

import gantry.precompute.View;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The measured JVM of {@link DiscoverPage}. */
final class DiscoverLoad {
  private final Function function = new Function();
  private final List<PreparedStatement> sections = new ArrayList<>();

  private DiscoverLoad(Connection connection) throws SQLException {
    for (var section : sections(function.bean(View.class, "discover"))) {
      sections.add(connection.prepareStatement(section));
      explain(connection, section);
    }
  }

  public static void main(String... args) throws Exception {
    var length = Duration.ofSeconds(Long.parseLong(args[0]));
    try (var connection = connect()) {
      var load = new DiscoverLoad(connection);
      var build = Measured.times(1, load::build);
      Function.OUT.printf("build %.0f ms%n", build.millis(0));
      load.round(length); // Warms up.
      for (var round = 0; round < Integer.parseInt(args[1]); round++) {
        Function.OUT.println(load.round(length));
      }
    }
    System.exit(0);
  }

  private static Connection connect() throws SQLException {
    return DriverManager.getConnection(
        System.getenv("DATABASE_URL"),
        System.getenv("DATABASE_USER"),
        System.getenv("DATABASE_PASSWORD"));
  }

  /** The sections of the build's query, one statement each. */
  private static List<String> sections(View view) {
    return Arrays.stream(view.content().query().split("(?m)^CROSS JOIN LATERAL \\("))
        .skip(1)
        .map(String::strip)
        .map(section -> section.substring(0, section.lastIndexOf(')') + 1))
        .map(DiscoverLoad::live)
        .toList();
  }

  private static String live(String section) {
    return """
    WITH clock AS (SELECT now() AS now), t AS (SELECT '%s' AS tenant)
    SELECT section.*
    FROM t CROSS JOIN LATERAL (%s section
    """
        .formatted(GeneratedLibrary.TENANT, section);
  }

  private static void explain(Connection connection, String section) throws SQLException {
    try (var explain = connection.createStatement();
        var rows = explain.executeQuery("EXPLAIN " + section)) {
      while (rows.next()) {
        var line = rows.getString(1).strip();
        if (line.contains("Scan")) {
          Function.OUT.println(line);
        }
      }
    }
  }

  private void build() {
    var _ = function.post("/v1/precompute/views/discover/builds", "", "admin");
  }

  private String round(Duration length) throws Exception {
    var page = Measured.during(length, this::read);
    var live = Measured.during(length, this::ask);
    return "built ahead %s%nsix queries %s%n%.0f times as many, p99 %.0f times shorter"
        .formatted(
            page, live, page.perSecond() / live.perSecond(), live.millis(99) / page.millis(99));
  }

  private void read() {
    var page = function.get("/v1/discover", "service");
    if (!page.contains("\"total\": 90000")) {
      throw new IllegalStateException(page);
    }
  }

  private void ask() throws SQLException {
    for (var section : sections) {
      try (var rows = section.executeQuery()) {
        if (!rows.next() || rows.getString(1).isEmpty()) {
          throw new IllegalStateException("A section has no row");
        }
      }
    }
  }
}
