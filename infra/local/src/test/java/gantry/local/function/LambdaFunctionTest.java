package gantry.local.function;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.local.function.InvocationOutcome.Failed;
import gantry.local.function.InvocationOutcome.Returned;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LambdaFunctionTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final List<AutoCloseable> opened = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (var open : opened) {
      open.close();
    }
  }

  @Test
  void anEventStartsTheProcessAndTheNextOneFindsItWarm() {
    var function = function(Duration.ofSeconds(10), Map.of());

    var first = returned(function.invoke("\"pid\""));
    var second = returned(function.invoke("\"pid\""));

    assertThat(second).isEqualTo(first);
    assertThat(function.status().coldStarts()).isEqualTo(1);
    assertThat(function.status().initMs()).isPositive();
    assertThat(function.status().memoryMb()).isPositive();
  }

  @Test
  void outputCarriesTheFunctionsNameAndLambdasOwnLines() {
    var function = function(Duration.ofSeconds(10), Map.of());

    returned(function.invoke("\"hello\""));

    await(() -> assertThat(log()).contains("REPORT RequestId: "));
    assertThat(log())
        .contains("[Trial] START RequestId: ", "order hello", "[Trial] END RequestId: ")
        .containsPattern("Duration: [0-9.]+ ms\tBilled Duration: \\d+ ms\tMemory Size: 256 MB")
        .containsPattern("Max Memory Used: [1-9]\\d* MB\tInit Duration: [0-9.]+ ms");
  }

  @Test
  void fourEventsRunAtOnce() {
    var function = function(Duration.ofSeconds(10), Map.of());
    returned(function.invoke("\"pid\""));
    var started = System.nanoTime();

    var all = IntStream.range(0, 4).mapToObj(_ -> function.invoke("\"sleep 1000\"")).toList();

    assertThat(all).allSatisfy(one -> assertThat(returned(one)).isEqualTo("\"slept\""));
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofMillis(2500));
  }

  @Test
  void anExceptionIsTheFunctionsErrorAndLeavesTheProcessAlive() {
    var function = function(Duration.ofSeconds(10), Map.of());

    var failure = failed(function.invoke("\"throw\""));
    returned(function.invoke("\"pid\""));

    assertThat(failure.type()).isEqualTo("java.lang.IllegalArgumentException");
    assertThat(failure.payload()).contains("as ordered");
    assertThat(function.status().coldStarts()).isEqualTo(1);
    assertThat(function.status().errors()).isEqualTo(1);
  }

  @Test
  void aTimeOutSparesTheOthersInItsProcessAndTheNextEventGetsANewOne() {
    var function = function(Duration.ofSeconds(4), Map.of());
    var pid = returned(function.invoke("\"pid\""));

    var tooLong = function.invoke("\"sleep 60000\"");
    delay(Duration.ofSeconds(3));
    var inTime = function.invoke("\"sleep 2000\"");
    var failure = failed(tooLong);
    var next = returned(function.invoke("\"pid\""));

    assertThat(failure.payload()).contains("Task timed out after 4.00 seconds");
    assertThat(returned(inTime)).isEqualTo("\"slept\"");
    assertThat(next).isNotEqualTo(pid);
    await(() -> assertThat(alive(pid)).isFalse());
    assertThat(log()).contains("Task timed out after 4.00 seconds", "\tStatus: timeout");
  }

  @Test
  void aCrashFailsWhatItWasDoingAndTheNextEventRestarts() {
    var function = function(Duration.ofSeconds(10), Map.of());
    var pid = returned(function.invoke("\"pid\""));

    var failure = failed(function.invoke("\"halt\""));

    assertThat(failure.type()).isEqualTo("Runtime.ExitError");
    assertThat(failure.payload()).contains("exit status 3");
    assertThat(returned(function.invoke("\"pid\""))).isNotEqualTo(pid);
    assertThat(function.status().coldStarts()).isEqualTo(2);
  }

  @Test
  void aFailedInitIsToldToTheEventsThatWaited() {
    var function = function(Duration.ofSeconds(10), Map.of("FAIL_INIT", "1"));

    var failure = failed(function.invoke("\"pid\""));

    assertThat(failure.payload()).contains("Error loading class", "TrialHandler");
    assertThat(function.status().errors()).isEqualTo(1);
  }

  @Test
  void theEnvironmentIsOnlyWhatTheFunctionIsGiven() {
    var function = function(Duration.ofSeconds(10), Map.of("GREETING", "hello"));

    var names = returned(function.invoke("\"environment\"")).replace("\"", "").split(",", -1);

    assertThat(names).contains("GREETING").isSubsetOf(allowed());
  }

  @Test
  void theDeadlineIsTheFunctionsTimeout() {
    var function = function(Duration.ofSeconds(10), Map.of());

    var remaining = returned(function.invoke("\"remaining\"")).replace("\"", "");

    assertThat(Integer.parseInt(remaining)).isBetween(5_000, 10_000);
  }

  @Test
  void anIdleRecorderLeavesACacheThatTheNextProcessStartsFrom() throws Exception {
    var function = function(Duration.ofSeconds(10), Map.of());
    var pid = returned(function.invoke("\"pid\""));

    await(() -> assertThat(alive(pid)).isFalse());
    await(() -> assertThat(caches()).hasSize(1));
    var next = returned(function.invoke("\"pid\"")).replace("\"", "");

    assertThat(
            ProcessHandle.of(Long.parseLong(next)).orElseThrow().info().arguments().orElseThrow())
        .anyMatch(argument -> argument.startsWith("-XX:AOTCache=") && argument.endsWith(".aot"));
  }

  private List<Path> caches() {
    try (var files = Files.list(folder.resolve("home/aot"))) {
      return files.filter(file -> file.toString().endsWith(".aot")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> allowed() {
    return List.of(
        "GREETING",
        "PATH",
        "AWS_LAMBDA_RUNTIME_API",
        "LAMBDA_TASK_ROOT",
        "AWS_LAMBDA_MAX_CONCURRENCY",
        "AWS_LAMBDA_FUNCTION_NAME",
        "AWS_LAMBDA_FUNCTION_VERSION",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
        "AWS_LAMBDA_LOG_GROUP_NAME",
        "AWS_LAMBDA_LOG_STREAM_NAME",
        "AWS_REGION");
  }

  private LambdaFunction function(Duration timeout, Map<String, String> settings) {
    var environment =
        new HashMap<>(
            Map.of(
                "AWS_LAMBDA_MAX_CONCURRENCY", "4",
                "AWS_LAMBDA_FUNCTION_NAME", "Trial",
                "AWS_LAMBDA_FUNCTION_VERSION", "$LATEST",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "256",
                "AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/Trial",
                "AWS_LAMBDA_LOG_STREAM_NAME", "local",
                "AWS_REGION", "eu-central-1",
                "PATH", "/usr/bin:/bin"));
    environment.putAll(settings);
    var spec =
        new FunctionSpec(
            "Trial",
            "arn:aws:lambda:eu-central-1:000000000000:function:Trial",
            TrialJar.in(folder),
            TrialHandler.class.getName(),
            256,
            timeout,
            environment);
    var host =
        new Functions.Host(
            folder.resolve("home"),
            (_, builder) -> track(builder.start()),
            FunctionLog.Output.to(new PrintStream(output, true, StandardCharsets.UTF_8)),
            Functions.Training.RECORD);
    var functions = new Functions(List.of(spec), host);
    opened.add(functions);
    return functions.get("Trial");
  }

  private Process track(Process process) {
    opened.add(process::destroyForcibly);
    return process;
  }

  private String log() {
    return output.toString(StandardCharsets.UTF_8);
  }

  private static boolean alive(String quotedPid) {
    return ProcessHandle.of(Long.parseLong(quotedPid.replace("\"", "")))
        .filter(ProcessHandle::isAlive)
        .isPresent();
  }

  private String returned(CompletableFuture<InvocationOutcome> invocation) {
    var outcome = invocation.orTimeout(30, TimeUnit.SECONDS).join();
    assertThat(outcome).as(this::log).isInstanceOf(Returned.class);
    return ((Returned) outcome).payload();
  }

  private static Failed failed(CompletableFuture<InvocationOutcome> outcome) {
    return (Failed) outcome.orTimeout(30, TimeUnit.SECONDS).join();
  }

  private static void delay(Duration span) {
    CompletableFuture.runAsync(
            () -> {}, CompletableFuture.delayedExecutor(span.toMillis(), TimeUnit.MILLISECONDS))
        .join();
  }

  private static void await(Runnable assertion) {
    var deadline = System.nanoTime() + Duration.ofSeconds(40).toNanos();
    while (true) {
      try {
        assertion.run();
        return;
      } catch (AssertionError e) {
        if (System.nanoTime() > deadline) {
          throw e;
        }
        delay(Duration.ofMillis(50));
      }
    }
  }
}
