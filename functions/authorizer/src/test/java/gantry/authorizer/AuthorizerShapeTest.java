package gantry.authorizer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "gantry.authorizer", importOptions = DoNotIncludeTests.class)
class AuthorizerShapeTest {
  @ArchTest
  static final ArchRule onlyTheHandlerKnowsLambda =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Handler")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.amazonaws..");

  @ArchTest
  static final ArchRule onlyTheClientKnowsHttp =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Client")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.net.http..");

  @ArchTest
  static final ArchRule nothingHeavyComesAlong =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.micronaut..",
              "java.sql..",
              "io.lettuce..",
              "software.amazon..",
              "org.flywaydb..");

  @ArchTest
  static final ArchRule noOtherCapabilityIsUsed =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("gantry.webhooks..", "gantry.outbox..", "gantry.local..");
}
