package io.dataflow.runtime.postgresql.source;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A table or view, by the name in the manifest: `orders`, `public.orders`, or, for a dot in a
/// name, `"odd.schema"."odd.table"`. Names are taken as they are written, upper and lower case
/// too.
///
/// @param text the name in the manifest
record Table(String text) implements Relation {

  @Override
  public String from() {
    return parts().stream().map(Table::quoted).collect(Collectors.joining("."));
  }

  @Override
  public String key() {
    return "table";
  }

  @Override
  public String name() {
    return "the table `" + text + "`";
  }

  /// The table's name without its schema.
  String last() {
    return parts().getLast();
  }

  /// A name as SQL takes it, whatever is in it.
  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private List<String> parts() {
    var parts = new ArrayList<String>();
    var part = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        part.append(text.charAt(i++));
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == '.' && !quoted) {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString());
    return parts;
  }
}
