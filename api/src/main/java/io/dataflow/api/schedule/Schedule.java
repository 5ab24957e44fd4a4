package io.dataflow.api.schedule;

import io.dataflow.api.model.Doc;
import io.dataflow.api.model.Matching;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;

/// When runs start: cron's five fields, or six of which the first one, the second, is 0. Kubernetes
/// starts runs at whole minutes, so other seconds are refused, and what it would read otherwise.
///
/// @param text as it was written
/// @param kubernetes as a CronJob has it: five fields, or a name such as `@daily`
@Doc(value = "a schedule of five fields, as cron has them", example = "0 3 * * *")
@Matching("\\s*(@[A-Za-z]+|(0+\\s+)?[0-9*?,/-]+(\\s+[0-9A-Za-z*?,/-]+){4})\\s*")
public record Schedule(String text, String kubernetes) {
  private static final String REMEDY =
      "Write minute, hour, day of the month, month and day of the week, for example `0 3 * * *`.";

  private static final Set<String> NAMED =
      Set.of("@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly");

  private static final int[] LONGEST = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  /// Reads it.
  ///
  /// @throws IllegalArgumentException when it is none that Kubernetes can run
  public static Schedule parse(String text) {
    var fields = text.strip().split("\\s+");
    if (text.isBlank()) {
      throw new IllegalArgumentException("empty. " + REMEDY);
    }
    if (fields[0].contains("=")) {
      throw new IllegalArgumentException("names a time zone. Write it as `timeZone`.");
    }
    if (fields[0].startsWith("@")) {
      return named(text, fields);
    }
    return switch (fields.length) {
      case 5 -> of(text, fields);
      case 6 -> ofSix(text, fields);
      default -> throw new IllegalArgumentException("has " + fields.length + " fields. " + REMEDY);
    };
  }

  private static Schedule named(String text, String... fields) {
    var name = fields[0].toLowerCase(Locale.ROOT);
    if (fields.length > 1 || !NAMED.contains(name)) {
      throw new IllegalArgumentException("`" + fields[0] + "` is not known. " + REMEDY);
    }
    return new Schedule(text, name);
  }

  private static Schedule ofSix(String text, String... fields) {
    if (!fields[0].matches("0+")) {
      throw new IllegalArgumentException(
          "has six fields, and the first one, the second, is `"
              + fields[0]
              + "`. Kubernetes starts runs at whole minutes: write 0 there, or leave it out.");
    }
    return of(text, Arrays.copyOfRange(fields, 1, 6));
  }

  private static Schedule of(String text, String... fields) {
    ScheduleField.MINUTE.parse(fields[0]);
    ScheduleField.HOUR.parse(fields[1]);
    var days = ScheduleField.DAY.parse(fields[2]);
    var months = ScheduleField.MONTH.parse(fields[3]);
    ScheduleField.WEEKDAY.parse(fields[4]);
    boolean anyWeekday = fields[4].startsWith("*") || fields[4].startsWith("?");
    if (anyWeekday && !ever(days, months)) {
      throw new IllegalArgumentException(
          "never comes: no such month has such a day. Choose a day that there is.");
    }
    return new Schedule(text, String.join(" ", fields));
  }

  private static boolean ever(SortedSet<Integer> days, SortedSet<Integer> months) {
    return months.stream().anyMatch(month -> days.first() <= LONGEST[month - 1]);
  }

  @Override
  public String toString() {
    return text;
  }
}
