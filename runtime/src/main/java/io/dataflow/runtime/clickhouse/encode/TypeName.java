package io.dataflow.runtime.clickhouse.encode;

import java.util.ArrayList;
import java.util.List;

/// A type as ClickHouse writes it: a name, and what is in parentheses behind it.
///
/// @param arguments as they are written
record TypeName(String name, List<String> arguments) {
  static TypeName parse(String text) {
    int open = text.indexOf('(');
    return open < 0
        ? new TypeName(text.strip(), List.of())
        : new TypeName(
            text.substring(0, open).strip(),
            split(text.substring(open + 1, text.lastIndexOf(')'))));
  }

  /// Splits at the commas that are neither in parentheses nor in quotes.
  private static List<String> split(String text) {
    var parts = new ArrayList<String>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\'' || c == '`') {
        i = endOfQuotes(text, i);
      } else if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      } else if (c == ',' && depth == 0) {
        parts.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    parts.add(text.substring(start).strip());
    return parts;
  }

  private static int endOfQuotes(String text, int start) {
    int i = start + 1;
    while (text.charAt(i) != text.charAt(start)) {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return i;
  }

  /// The number that an argument is.
  int number(int argument) {
    return Integer.parseInt(arguments.get(argument));
  }

  /// What stands in quotes at the beginning of a text, or its first word, and what is behind it.
  static List<String> named(String text) {
    if (text.startsWith("'") || text.startsWith("`")) {
      int end = endOfQuotes(text, 0);
      return List.of(unescaped(text.substring(1, end)), text.substring(end + 1).strip());
    }
    int blank = text.indexOf(' ');
    int open = text.indexOf('(');
    return blank < 0 || open >= 0 && open < blank
        ? List.of("", text)
        : List.of(text.substring(0, blank), text.substring(blank + 1).strip());
  }

  private static String unescaped(String text) {
    return text.replaceAll("\\\\(.)", "$1");
  }
}
