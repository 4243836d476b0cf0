package gantry.operations.health;

import gantry.emergency.WorksInEmergency;
import gantry.identity.Public;
import gantry.identity.RequiresRole;
import gantry.identity.Role;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;

/** Liveness, readiness, and the deep check. */
@Controller
@WorksInEmergency
class HealthController {
  private final RecentHealth recentHealth;
  private final CheckHealth checkHealth;

  HealthController(RecentHealth recentHealth, CheckHealth checkHealth) {
    this.recentHealth = recentHealth;
    this.checkHealth = checkHealth;
  }

  /** Ready: 200 when healthy or degraded, 503 when unhealthy; at most five seconds old. */
  @Get("/v1/health")
  @Public
  HttpResponse<HealthView> show() {
    var report = recentHealth.report();
    return answer(report, HealthView.of(report));
  }

  /** Alive: 200 as long as functions run at all, whatever they depend on. */
  @Get("/v1/health/live")
  @Public
  LivenessView live() {
    return LivenessView.ALIVE;
  }

  /** The enhanced shape: liveness beside readiness, and which components are required. */
  @Get("/v2/health")
  @Public
  HttpResponse<EnhancedHealthView> showEnhanced() {
    var report = recentHealth.report();
    return answer(report, EnhancedHealthView.of(report));
  }

  /** Asks every component now, with latencies and details. */
  @Post("/v1/health")
  @RequiresRole(Role.ADMIN)
  HttpResponse<DeepHealthView> check() {
    var report = checkHealth.check();
    return answer(report, DeepHealthView.of(report));
  }

  private static <T> HttpResponse<T> answer(HealthReport report, T view) {
    var status =
        report.health() == Health.UNHEALTHY ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK;
    return HttpResponse.<T>status(status).body(view);
  }
}
