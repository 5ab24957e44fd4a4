package io.dataflow.runtime.connector.table;

import io.dataflow.runtime.connector.FlowException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The name of a table as manifests give it: `orders`, `public.orders`, `"odd.schema"."a ""b"`.
/// It is taken as it is written, upper and lower case too; where there is no such table, a name
/// without quotes is read as SQL reads it, in lower case. Quotes are needed only around names with
/// dots or quotes in them.
///
/// @param folds whether it was written without quotes, so that SQL would read it in lower case
public record TableName(Optional<String> schema, String table, boolean folds) {
  private static final Set<String> RESERVED =
      Set.of(
          ("all analyse analyze and any array as asc both case check collate column constraint"
                  + " create default desc distinct do else end except false fetch for foreign from"
                  + " grant group having in initially into leading limit not null offset on only or"
                  + " order primary references returning select some table then to trailing true"
                  + " union unique user using when where window with")
              .split(" "));

  /// Reads a name, splitting it at the dot outside of double quotes.
  ///
  /// @throws FlowException when it is no name of a table
  public static TableName parse(String text) {
    var parts = parts(text.strip());
    if (parts.size() > 2 || parts.stream().anyMatch(part -> part.isEmpty())) {
      throw wrong(text);
    }
    var schema = parts.size() == 2 ? Optional.of(parts.getFirst()) : Optional.<String>empty();
    return new TableName(schema, parts.getLast(), text.indexOf('"') < 0);
  }

  private static List<String> parts(String text) {
    var parts = new ArrayList<String>();
    var part = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        part.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == '.' && !quoted) {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    if (quoted) {
      throw wrong(text);
    }
    parts.add(part.toString());
    return parts;
  }

  private static FlowException wrong(String text) {
    return new FlowException(
        ("table: `%s` is no name of a table."
                + " Write `table` or `schema.table`, with double quotes around a name that has a"
                + " dot in it.")
            .formatted(text));
  }

  /// The name for SQL, in quotes.
  public String quoted() {
    return schema.map(name -> quote(name) + ".").orElse("") + quote(table);
  }

  /// The name as SQL would read it without quotes: in lower case.
  public TableName folded() {
    return folds
        ? new TableName(
            schema.map(name -> name.toLowerCase(Locale.ROOT)), table.toLowerCase(Locale.ROOT), true)
        : this;
  }

  /// An identifier for SQL, in quotes.
  public static String quote(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  /// An identifier for people: in quotes only where SQL needs them.
  public static String readable(String identifier) {
    return identifier.matches("[a-z_][a-z0-9_$]*") && !RESERVED.contains(identifier)
        ? identifier
        : quote(identifier);
  }

  /// The name for people and for the SQL that they are told to run.
  @Override
  public String toString() {
    return schema.map(name -> readable(name) + ".").orElse("") + readable(table);
  }
}
