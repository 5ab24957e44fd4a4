package io.dataflow.api.model.crd;

import io.dataflow.api.json.JsonScalar;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;

/// Writes maps, lists and values as YAML for people: keys in their order, texts without quotes
/// where every reader takes them for texts, lines of their own where a text has several.
final class YamlPrinter {
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z/]([A-Za-z0-9 ._/(),$+*?-]*[A-Za-z0-9._/)$])?");
  private static final Pattern NOT_TEXT = Pattern.compile("(?i)true|false|yes|no|on|off|null|[yn]");

  private final StringBuilder out = new StringBuilder();

  private YamlPrinter() {}

  static String print(Map<String, ?> value) {
    var printer = new YamlPrinter();
    printer.fields(value, "");
    return printer.out.toString();
  }

  private void fields(Map<?, ?> map, String indent) {
    var start = "";
    for (var entry : map.entrySet()) {
      out.append(start).append(text(entry.getKey().toString(), indent)).append(':');
      below(entry.getValue(), indent + "  ");
      start = indent;
    }
  }

  /// What stands behind a key, on its line or below it.
  private void below(Object value, String indent) {
    switch (value) {
      case Map<?, ?> map when !map.isEmpty() -> {
        out.append('\n').append(indent);
        fields(map, indent);
      }
      case Collection<?> list when !list.isEmpty() -> list.forEach(item -> item(item, indent));
      default -> out.append(' ').append(single(value, indent)).append('\n');
    }
  }

  private void item(Object item, String indent) {
    out.append(out.charAt(out.length() - 1) == ':' ? "\n" : "").append(indent).append("- ");
    if (item instanceof Map<?, ?> map && !map.isEmpty()) {
      fields(map, indent + "  ");
    } else {
      out.append(single(item, indent)).append('\n');
    }
  }

  private static String single(Object value, String indent) {
    return switch (value) {
      case String text -> text(text, indent);
      case Map<?, ?> _ -> "{}";
      case Collection<?> _ -> "[]";
      default -> value.toString();
    };
  }

  private static String text(String text, String indent) {
    if (text.contains("\n")) {
      var start = "\n" + indent;
      return "|-" + start + text.replace("\n", start).replaceAll("(?m)^ +$", "");
    }
    return PLAIN.matcher(text).matches() && !NOT_TEXT.matcher(text).matches()
        ? text
        : JsonScalar.of(text).toString();
  }
}
