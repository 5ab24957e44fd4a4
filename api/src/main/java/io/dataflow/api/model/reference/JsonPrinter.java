package io.dataflow.api.model.reference;

import io.dataflow.api.json.JsonScalar;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;

/// Writes maps, lists and values as JSON for people: indented, keys in their order, short lists on
/// one line.
final class JsonPrinter {
  private final StringBuilder out = new StringBuilder();

  private JsonPrinter() {}

  static String print(Object value) {
    var printer = new JsonPrinter();
    printer.value(value, "\n");
    return printer.out.append('\n').toString();
  }

  private void value(Object value, String lineStart) {
    if (value instanceof Map<?, ?> map) {
      var entries = map.entrySet().iterator();
      block('{', '}', lineStart, entries, entry -> field(entry, lineStart + "  "));
    } else if (value instanceof Collection<?> list && !isShort(list)) {
      block('[', ']', lineStart, list.iterator(), item -> value(item, lineStart + "  "));
    } else if (value instanceof Collection<?> list) {
      block('[', ']', "", list.iterator(), item -> value(item, ""));
    } else if (value instanceof String text) {
      out.append(JsonScalar.of(text));
    } else {
      out.append(value);
    }
  }

  private void field(Map.Entry<?, ?> entry, String lineStart) {
    out.append(JsonScalar.of(entry.getKey().toString())).append(": ");
    value(entry.getValue(), lineStart);
  }

  private static boolean isShort(Collection<?> list) {
    return list.stream().noneMatch(item -> item instanceof Map || item instanceof Collection)
        && list.toString().length() < 70;
  }

  private <T> void block(
      char open, char close, String lineStart, Iterator<T> items, Consumer<T> print) {
    boolean inLine = lineStart.isEmpty();
    out.append(open);
    boolean some = items.hasNext();
    while (items.hasNext()) {
      out.append(inLine ? "" : lineStart + "  ");
      print.accept(items.next());
      out.append(items.hasNext() ? inLine ? ", " : "," : "");
    }
    out.append(some && !inLine ? lineStart : "").append(close);
  }
}
