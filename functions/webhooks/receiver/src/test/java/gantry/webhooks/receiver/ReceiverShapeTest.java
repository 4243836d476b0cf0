package gantry.webhooks.receiver;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "gantry.webhooks", importOptions = DoNotIncludeTests.class)
class ReceiverShapeTest {
  @ArchTest
  static final ArchRule onlyTheHandlerKnowsLambda =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Handler")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.amazonaws..");

  @ArchTest
  static final ArchRule onlyTheInboxAndItsFactoryKnowAws =
      noClasses()
          .that()
          .haveSimpleNameNotContaining("SqsWebhookInbox")
          .and()
          .haveSimpleNameNotEndingWith("Factory")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("software.amazon..");

  @ArchTest
  static final ArchRule nothingHeavyComesAlong =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.micronaut..",
              "java.sql..",
              "javax.sql..",
              "io.lettuce..",
              "org.flywaydb..",
              "com.fasterxml.jackson.databind..");

  @ArchTest
  static final ArchRule noOtherCapabilityIsUsed =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideOutsideOfPackages("gantry.authorizer..", "gantry.outbox..", "gantry.local..");

  @ArchTest
  static final ArchRule packagesDoNotGoInCircles =
      slices().matching("gantry.webhooks.(*)..").should().beFreeOfCycles();
}
