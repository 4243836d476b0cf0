package gantry.webhooks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

@AnalyzeClasses(
    packages = "gantry.webhooks",
    importOptions = {
      ImportOption.DoNotIncludeTests.class,
      WebhooksShapeTest.NoGeneratedClasses.class
    })
class WebhooksShapeTest {
  static final class NoGeneratedClasses implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("$Definition")
          && !location.contains("$Introspection")
          && !location.contains("$Intercepted");
    }
  }

  @ArchTest
  static final ArchRule onlyHandlersTouchLambdaEvents =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Handler")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.amazonaws.services.lambda.runtime.events..");

  @ArchTest
  static final ArchRule onlyQueuesAndFactoriesTouchSqs =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Queue")
          .and()
          .haveSimpleNameNotEndingWith("Factory")
          .and()
          .resideOutsideOfPackage("gantry.webhooks.receiver..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("software.amazon.awssdk.services.sqs..");

  @ArchTest
  static final ArchRule storesAreReachedThroughActions =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("Controller")
          .or()
          .haveSimpleNameEndingWith("Handler")
          .should()
          .dependOnClassesThat()
          .haveSimpleNameEndingWith("Store");

  @ArchTest
  static final ArchRule nothingIsPublicButWhatOthersNeed =
      classes()
          .that()
          .resideInAnyPackage(
              "gantry.webhooks.orders",
              "gantry.webhooks.events",
              "gantry.webhooks.access",
              "gantry.webhooks.overview")
          .and()
          .doNotHaveSimpleName("PublishOrderAccess")
          .and()
          .doNotHaveSimpleName("RepeatDecision")
          .and()
          .areTopLevelClasses()
          .and()
          .haveSimpleNameNotEndingWith("Handler")
          .should()
          .notBePublic();

  @ArchTest
  static final ArchRule topicsDependInOneDirection =
      SlicesRuleDefinition.slices().matching("gantry.(**)").should().beFreeOfCycles();
}
