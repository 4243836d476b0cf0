package gantry.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.net.HttpURLConnection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** What STYLE.md demands of a capability's production code, as far as class files can tell. */
public final class StyleRules {
  private static final ImportOption HAND_WRITTEN =
      // Micronaut's generated classes, $Definition and the like, know everything.
      location -> !location.matches(Pattern.compile(".*/\\$[^/]*\\.class"));

  /** Who may know PostgreSQL, Lambda and HTTP. */
  private static final List<ArchRule> LAYERS =
      List.of(
          noClasses()
              .that(not(named("Store", "Factory")))
              .should()
              .dependOnClassesThat(
                  resideInAnyPackage(
                          "java.sql..",
                          "javax.sql..",
                          "io.micronaut.data.jdbc..",
                          "io.micronaut.data.repository..",
                          "io.micronaut.transaction..")
                      // What went wrong may be named anywhere.
                      .and(not(assignableTo(SQLException.class))))
              .because("only stores store"),
          noClasses()
              .that(not(named("Handler")))
              .should()
              .dependOnClassesThat()
              .resideInAPackage("com.amazonaws.services.lambda.runtime..")
              .because("only handlers know Lambda and its events"),
          noClasses()
              .that(not(named("Controller", "Handler", "Client", "Factory")))
              .should()
              .dependOnClassesThat()
              .resideInAPackage("io.micronaut.http..")
              .because("actions import our types, never HTTP"));

  private static final List<ArchRule> EVERYWHERE =
      List.of(
          noClasses()
              .should()
              .dependOnClassesThat()
              .areAssignableTo(HttpURLConnection.class)
              .because("it follows redirects and hides errors; use java.net.http"),
          noClasses()
              .that(not(named("Config", "Factory")))
              .should()
              .callMethod(System.class, "getenv", String.class)
              .orShould()
              .callMethod(System.class, "getenv")
              .because("settings live in one place per capability"),
          noClasses()
              .should()
              .callMethod(Instant.class, "now")
              .orShould()
              .callMethod(LocalDate.class, "now")
              .orShould()
              .callMethod(System.class, "currentTimeMillis")
              .because("time comes from an injected Clock"),
          noClasses()
              .should()
              .dependOnClassesThat(
                  type(Random.class)
                      .or(type(ThreadLocalRandom.class))
                      .or(type(SplittableRandom.class)))
              .orShould()
              .callMethod(Math.class, "random")
              .because("copies of a snapshot share its seeds; take Jitter or SecureRandom"),
          noClasses()
              .should()
              .haveNameMatching(".*(Manager|Helper|Utils?|Impl|D[Tt][Oo]|Base|Enum|Data)")
              .because("a name says what a thing is"),
          noFields()
              .that()
              .areDeclaredInClassesThat(not(named("Handler")))
              .should()
              .beAnnotatedWith("jakarta.inject.Inject")
              .because("only handlers are made by Lambda; the rest has constructors"));

  private static final String[] SHARED = {
    "gantry.audit..",
    "gantry.aws..",
    "gantry.batch..",
    "gantry.chains..",
    "gantry.deferral..",
    "gantry.egress..",
    "gantry.emergency..",
    "gantry.http..",
    "gantry.idempotency..",
    "gantry.identity..",
    "gantry.lambda..",
    "gantry.limits..",
    "gantry.logs..",
    "gantry.meter..",
    "gantry.outbox..",
    "gantry.postgres..",
    "gantry.precompute",
    "gantry.problem..",
    "gantry.providers..",
    "gantry.redis..",
    "gantry.resilience..",
    "gantry.secrets.."
  };

  private StyleRules() {}

  /** Fails on the first rule that the capability's package, such as gantry.webhooks, breaks. */
  public static void check(String capability) {
    var classes = classes(capability);
    LAYERS.forEach(rule -> rule.allowEmptyShould(true).check(classes));
    check(capability, classes);
  }

  /** The same for what stands between us and Lambda, HTTP or PostgreSQL, and has to know them. */
  public static void checkEdge(String edge) {
    check(edge, classes(edge));
  }

  private static void check(String own, JavaClasses classes) {
    EVERYWHERE.forEach(rule -> rule.allowEmptyShould(true).check(classes));
    apart(own).check(classes);
  }

  private static JavaClasses classes(String own) {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .withImportOption(HAND_WRITTEN)
        .importPackages(own);
  }

  private static ArchRule apart(String capability) {
    var foreign =
        resideInAPackage("gantry..")
            .and(not(resideInAPackage(capability + "..")))
            .and(not(resideInAnyPackage(SHARED)));
    return noClasses()
        .should()
        .dependOnClassesThat(foreign)
        .because("capabilities meet through events, queues and the API");
  }

  /** Classes by their role's suffix, with what is nested in them. */
  private static DescribedPredicate<JavaClass> named(String... suffixes) {
    var pattern = Pattern.compile(".*(" + String.join("|", suffixes) + ")(\\$.*)?");
    return DescribedPredicate.describe(
        "named *" + String.join(" or *", suffixes),
        type -> pattern.matcher(type.getName()).matches());
  }
}
