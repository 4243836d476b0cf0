package gantry.local.source;

import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import gantry.local.template.TemplateException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * When a schedule fires: {@code rate(5 minutes)}, {@code cron(0 12 * * ? *)} or {@code
 * at(2026-12-24T18:00:00)}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html">Schedule
 *     types</a>
 */
interface Timing {
  Pattern EXPRESSION = Pattern.compile("(rate|cron|at)\\((.+)\\)");
  Pattern RATE = Pattern.compile("([1-9]\\d*) (minute|hour|day)s?");

  /** The first time after the given one, if there is any. */
  Optional<ZonedDateTime> next(ZonedDateTime after);

  static Timing of(String expression, ZoneId zone) {
    var found = EXPRESSION.matcher(expression);
    if (!found.matches()) {
      throw new TemplateException("no schedule: " + expression);
    }
    var argument = found.group(2);
    return switch (found.group(1)) {
      case "rate" -> rate(argument);
      case "cron" -> cron(argument, zone);
      default -> at(argument, zone);
    };
  }

  private static Timing rate(String argument) {
    var found = RATE.matcher(argument);
    if (!found.matches()) {
      throw new TemplateException("no rate: " + argument);
    }
    var count = Long.parseLong(found.group(1));
    var interval =
        switch (found.group(2)) {
          case "minute" -> Duration.ofMinutes(count);
          case "hour" -> Duration.ofHours(count);
          default -> Duration.ofDays(count);
        };
    return after -> Optional.of(after.plus(interval));
  }

  private static Timing cron(String argument, ZoneId zone) {
    try {
      var execution = ExecutionTime.forCron(new CronParser(eventBridge()).parse(argument));
      return after -> execution.nextExecution(after.withZoneSameInstant(zone));
    } catch (IllegalArgumentException e) {
      throw new TemplateException("no cron expression: " + argument + ": " + e.getMessage());
    }
  }

  /** Six fields from minutes to years, Sunday first, all of them needed. */
  private static CronDefinition eventBridge() {
    return CronDefinitionBuilder.defineCron()
        .withMinutes()
        .and()
        .withHours()
        .and()
        .withDayOfMonth()
        .supportsL()
        .supportsW()
        .supportsLW()
        .supportsQuestionMark()
        .and()
        .withMonth()
        .and()
        .withDayOfWeek()
        .withValidRange(1, 7)
        .withMondayDoWValue(2)
        .supportsHash()
        .supportsL()
        .supportsQuestionMark()
        .and()
        .withYear()
        .withValidRange(1970, 2199)
        .and()
        .instance();
  }

  private static Timing at(String argument, ZoneId zone) {
    try {
      var time = LocalDateTime.parse(argument).atZone(zone);
      return after -> Optional.of(time).filter(once -> once.isAfter(after));
    } catch (DateTimeParseException e) {
      throw new TemplateException("no time: " + argument);
    }
  }
}
