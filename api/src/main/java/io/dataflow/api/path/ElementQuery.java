package io.dataflow.api.path;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.TextForm;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// What stands in `#(…)`: a path, an operator and a value, or a path alone.
final class ElementQuery {
  private static final List<String> SYMBOLS =
      List.of("==", "!=", "<=", ">=", "!%", "=", "<", ">", "%");

  private ElementQuery() {}

  /// Reads the part of the text between two columns.
  ///
  /// @param depth how many queries are around this one
  static Predicate<Json> parse(String text, int from, int end, int depth) {
    int at = from;
    while (at < end && symbol(text, at).isEmpty()) {
      at = next(text, at);
    }
    if (at >= end) {
      var path = path(text, from, end, depth);
      return element -> path.get(element).isPresent();
    }
    var symbol = symbol(text, at).orElseThrow();
    var wanted = test(symbol, value(text, at + symbol.length(), end));
    if (text.substring(from, at).isBlank()) {
      return element -> wanted.test(TextForm.of(element));
    }
    var path = path(text, from, at, depth);
    return element ->
        path.get(element).filter(value -> wanted.test(TextForm.of(value))).isPresent();
  }

  private static Optional<String> symbol(String text, int at) {
    return SYMBOLS.stream().filter(symbol -> text.startsWith(symbol, at)).findFirst();
  }

  /// Behind what is no operator, whatever is inside: a query or a name in brackets.
  private static int next(String text, int at) {
    if (text.startsWith("#(", at)) {
      return Math.max(at, Quotes.closing(text, at + 2, '(', ')')) + 1;
    }
    if (text.charAt(at) == '[') {
      return Math.max(at, Quotes.closing(text, at + 1, '[', ']')) + 1;
    }
    return at + (text.charAt(at) == '\\' ? 2 : 1);
  }

  private static Path path(String text, int from, int end, int depth) {
    try {
      return Path.parse(text.substring(from, end).strip(), depth);
    } catch (PathException e) {
      throw new PathException(e.getMessage(), from + e.column());
    }
  }

  private static String value(String text, int from, int end) {
    var value = text.substring(from, end).strip();
    if (value.isEmpty()) {
      throw new PathException(
          "`" + text + "` has a query without a value. Put one there, for example `#(sku==\"a\")`.",
          end + 1);
    }
    boolean quoted = value.charAt(0) == '\'' || value.charAt(0) == '"';
    if (quoted && Quotes.end(value, 0) == value.length()) {
      return Quotes.inside(value, 0, value.length());
    }
    return value.equals("null") ? "" : value;
  }

  private static Predicate<TextForm> test(String symbol, String value) {
    if (symbol.endsWith("%")) {
      var glob = new Glob(value);
      boolean like = symbol.equals("%");
      return form -> glob.matches(form.toString()) == like;
    }
    var form = TextForm.of(value);
    var wanted = symbol.equals("=") ? "==" : symbol;
    for (var operator : Operator.values()) {
      if (operator.symbol().equals(wanted)) {
        return other -> operator.holds(other, form);
      }
    }
    throw new IllegalStateException(symbol);
  }
}
