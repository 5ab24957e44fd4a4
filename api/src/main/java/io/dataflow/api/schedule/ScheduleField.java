package io.dataflow.api.schedule;

import io.dataflow.api.model.problem.Words;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// One of a schedule's five fields, as Kubernetes reads it.
///
/// @param names words that stand for the numbers from the first on
enum ScheduleField {
  MINUTE("minute", 0, 59, List.of()),
  HOUR("hour", 0, 23, List.of()),
  DAY("day of the month", 1, 31, List.of()),
  MONTH(
      "month",
      1,
      12,
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")),
  WEEKDAY("day of the week", 0, 6, List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat"));

  private static final Pattern PART =
      Pattern.compile("(?:[*?]|([0-9a-z]+)(?:-([0-9a-z]+))?)(?:/([0-9]+))?");

  private final String words;
  private final int first;
  private final int last;
  private final List<String> names;

  ScheduleField(String words, int first, int last, List<String> names) {
    this.words = words;
    this.first = first;
    this.last = last;
    this.names = names;
  }

  /// The numbers that the text names.
  ///
  /// @throws IllegalArgumentException when it names none
  SortedSet<Integer> parse(String text) {
    var numbers = new TreeSet<Integer>();
    for (var part : text.toLowerCase(Locale.ROOT).split(",", -1)) {
      numbers.addAll(part(part, text));
    }
    return Collections.unmodifiableSortedSet(numbers);
  }

  private SortedSet<Integer> part(String part, String text) {
    var match = PART.matcher(part);
    if (!match.matches()) {
      throw wrong(text, "Write a number, `*`, a range such as `1-5`, or a list of them.");
    }
    boolean all = match.group(1) == null;
    int from = all ? first : number(match.group(1), text);
    boolean alone = !all && match.group(2) == null && match.group(3) == null;
    int to = alone ? from : match.group(2) == null ? last : number(match.group(2), text);
    int step = match.group(3) == null ? 1 : step(match.group(3), text);
    if (from > to) {
      throw wrong(text, "A range goes from the smaller to the larger number.");
    }
    var numbers = new TreeSet<Integer>();
    for (int i = from; i <= to; i += step) {
      numbers.add(i);
    }
    return numbers;
  }

  private int step(String digits, String text) {
    if (digits.length() > 3 || Integer.parseInt(digits) == 0) {
      throw wrong(text, "A step is 1 or more, for example `*/5`.");
    }
    return Integer.parseInt(digits);
  }

  private int number(String word, String text) {
    int named = names.indexOf(word);
    if (named >= 0) {
      return first + named;
    }
    boolean digits = word.matches("[0-9]{1,4}");
    if (!digits || Integer.parseInt(word) < first || Integer.parseInt(word) > last) {
      throw wrong(text, "It goes from " + first + " to " + last + hint(word) + ".");
    }
    return Integer.parseInt(word);
  }

  private String hint(String word) {
    return this == WEEKDAY && word.equals("7") ? ", and Sunday is 0" : "";
  }

  private IllegalArgumentException wrong(String text, String remedy) {
    return new IllegalArgumentException(
        "`%s` is no %s. %s".formatted(Words.shown(text), words, remedy));
  }
}
