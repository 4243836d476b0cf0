package gantry.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import gantry.audit.Actor;
import gantry.emergency.Level;
import gantry.emergency.Restriction;
import gantry.emergency.TurnSwitch;
import gantry.emergency.WorksInEmergency;
import gantry.http.input.RefusesUnknownFields;
import gantry.identity.Caller;
import gantry.identity.RequiresRole;
import gantry.identity.Role;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The emergency switch. */
@Controller("/v1/emergency-mode")
@RequiresRole(Role.ADMIN)
@WorksInEmergency
class EmergencyModeController {
  private final TurnSwitch turnSwitch;
  private final Clock clock;

  EmergencyModeController(TurnSwitch turnSwitch, Clock clock) {
    this.turnSwitch = turnSwitch;
    this.clock = clock;
  }

  /** Shows the switch that restricts routes. */
  @Get
  SwitchView show() {
    return SwitchView.of(turnSwitch.read(), clock.instant());
  }

  /** Turns the switch. */
  @Put
  SwitchView turn(@Valid @Body SwitchRequest request, Caller caller) {
    var restriction = request.restriction(caller.userId(), clock.instant());
    turnSwitch.turn(new Actor(caller.tenant(), caller.userId()), restriction);
    return SwitchView.of(restriction, clock.instant());
  }

  /** Without routes everything is meant. */
  @Serdeable
  @RefusesUnknownFields
  record SwitchRequest(
      @NotBlank @Pattern(regexp = "OFF|READ_ONLY|CLOSED") @Nullable String level,
      @Size(max = 50)
          @Nullable
              List<
                  @Pattern(
                      regexp =
                          "((GET|POST|PUT|PATCH|DELETE) )?(\\*|(/[A-Za-z0-9._~-]{1,100}){1,10})")
                  String>
              routes,
      @NotBlank @Size(max = 500) @Pattern(regexp = "[^\\x00-\\x1f\\x7f]*") @Nullable String reason,
      @Nullable Instant until,
      @Nullable Boolean endsWhenHealthy) {
    private static final List<String> EVERYTHING = List.of("*");

    Restriction restriction(String actor, Instant now) {
      return new Restriction(
          level == null ? Level.OFF : Level.valueOf(level),
          routes == null || routes.isEmpty() ? EVERYTHING : routes,
          reason == null ? "" : reason,
          actor,
          now,
          until,
          Boolean.TRUE.equals(endsWhenHealthy));
    }
  }

  /** The switch as operators see it; what has run out is OFF. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record SwitchView(
      Level level,
      List<String> routes,
      String reason,
      String actor,
      Instant since,
      @Nullable Instant until,
      boolean endsWhenHealthy) {
    static SwitchView of(Restriction restriction, Instant now) {
      return new SwitchView(
          restriction.isOn(now) ? restriction.level() : Level.OFF,
          restriction.routes(),
          restriction.reason(),
          restriction.actor(),
          restriction.since(),
          restriction.until(),
          restriction.endsWhenHealthy());
    }
  }
}
