package io.dataflow.kubernetes.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Environment variables as what they mean. One that cannot be meant ends the operator with its
/// name before it has begun: nobody finds out otherwise.
///
/// @param variables by name
public record Environment(Map<String, String> variables) {
  private static final List<String> LEVELS = List.of("debug", "info", "warn", "error");
  private static final Pattern NAMESPACE = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

  /// What it says; empty when it is not set or blank.
  public Optional<String> text(String name) {
    return Optional.ofNullable(variables.get(name)).map(String::strip).filter(it -> !it.isEmpty());
  }

  /// A whole number.
  ///
  /// @throws SettingException when it is none, or less than the least
  public int number(String name, int least, int fallback) {
    return text(name).map(text -> number(name, text, least)).orElse(fallback);
  }

  private static int number(String name, String text, int least) {
    try {
      int number = Integer.parseInt(text);
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw noNumber(name, text, least, e);
    }
    throw noNumber(name, text, least, null);
  }

  private static SettingException noNumber(
      String name, String text, int least, NumberFormatException cause) {
    return new SettingException(
        "%s: `%s` is no whole number from %d on. Write one.".formatted(name, text, least), cause);
  }

  /// `true` or `false`.
  ///
  /// @throws SettingException when it is neither
  public boolean flag(String name, boolean fallback) {
    return text(name).map(text -> flag(name, text)).orElse(fallback);
  }

  private static boolean flag(String name, String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new SettingException(
              "%s: `%s` is neither `true` nor `false`. Write one of them.".formatted(name, text));
    };
  }

  /// Names of namespaces, with commas between them; none when it is not set.
  ///
  /// @throws SettingException when no namespace can have a name
  public Set<String> namespaces(String name) {
    return text(name).stream()
        .flatMap(list -> Arrays.stream(list.split(",")))
        .map(String::strip)
        .filter(it -> !it.isEmpty())
        .map(it -> namespace(name, it))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String namespace(String name, String text) {
    if (!NAMESPACE.matcher(text).matches()) {
      throw new SettingException(
          "%s: `%s` is no name of a namespace. Write names, with commas between them."
              .formatted(name, text));
    }
    return text;
  }

  /// A log level.
  ///
  /// @throws SettingException when there is no such level
  public String level(String name) {
    var level = text(name).orElse("info").toLowerCase(Locale.ROOT);
    if (!LEVELS.contains(level)) {
      throw new SettingException(
          "%s: `%s` is no level. Write one of %s."
              .formatted(name, level, String.join(", ", LEVELS)));
    }
    return level;
  }
}
