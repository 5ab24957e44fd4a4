package io.dataflow.runtime.trino.type;

import java.util.ArrayList;
import java.util.List;

/// A type as Trino writes it: a name, and what is in parentheses behind it.
///
/// @param arguments as they are written
public record TypeText(String name, List<String> arguments) {
  /// Takes a type apart.
  public static TypeText parse(String text) {
    int open = text.indexOf('(');
    if (open < 0) {
      return new TypeText(text.strip().split(" ")[0], List.of());
    }
    return new TypeText(
        text.substring(0, open).strip(), split(text.substring(open + 1, text.lastIndexOf(')'))));
  }

  /// Splits at the commas that are neither in parentheses nor in quotes.
  private static List<String> split(String text) {
    var parts = new ArrayList<String>();
    int depth = 0;
    int start = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '"';
      if (quoted) {
        continue;
      }
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ',' && depth == 0) {
        parts.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    parts.add(text.substring(start).strip());
    return parts;
  }

  /// The names of a row's fields; one without a name is called by its place.
  public List<String> fieldNames() {
    var names = new ArrayList<String>();
    for (var field : arguments) {
      int end = endOfName(field);
      var name = field.substring(0, end);
      names.add(
          end == 0
              ? "field" + names.size()
              : name.startsWith("\"")
                  ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
                  : name);
    }
    return names;
  }

  /// The types of a row's fields.
  public List<String> fieldTypes() {
    return arguments.stream().map(field -> field.substring(endOfName(field)).strip()).toList();
  }

  private static int endOfName(String field) {
    if (field.startsWith("\"")) {
      int end = 1;
      while (field.charAt(end) != '"' || end + 1 < field.length() && field.charAt(end + 1) == '"') {
        end += field.charAt(end) == '"' ? 2 : 1;
      }
      return end + 1;
    }
    int blank = field.indexOf(' ');
    int open = field.indexOf('(');
    return blank < 0 || open >= 0 && open < blank ? 0 : blank;
  }
}
