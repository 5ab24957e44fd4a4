package io.dataflow.api.transformation.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the elements in a layout, as Go does: from left to right, what is none is literal.
final class LayoutParser {
  private LayoutParser() {}

  static List<LayoutPart> parse(String layout) {
    var parts = new ArrayList<LayoutPart>();
    var literal = new StringBuilder();
    int at = 0;
    while (at < layout.length()) {
      int from = at;
      var found = element(layout, at);
      if (found.isPresent()) {
        at += found.get().reference().length();
        flush(literal, parts);
        parts.add(found.get());
        continue;
      }
      int digits = fraction(layout, at);
      if (digits > 0) {
        at += 1 + digits;
        flush(literal, parts);
        parts.add(
            new LayoutPart.Fraction(layout.charAt(from), digits, layout.charAt(from + 1) == '9'));
        continue;
      }
      literal.append(layout.charAt(at++));
    }
    flush(literal, parts);
    return List.copyOf(parts);
  }

  private static Optional<LayoutElement> element(String layout, int at) {
    for (var element : LayoutElement.values()) {
      if (element.isAt(layout, at)) {
        return Optional.of(element);
      }
    }
    return Optional.empty();
  }

  /// How many digits of a fraction begin behind the point or comma here; 0 when it is none.
  private static int fraction(String layout, int at) {
    char point = layout.charAt(at);
    if (point != '.' && point != ',' || at + 1 == layout.length()) {
      return 0;
    }
    char digit = layout.charAt(at + 1);
    int end = at + 1;
    while (end < layout.length() && layout.charAt(end) == digit) {
      end++;
    }
    boolean digitFollows = end < layout.length() && Character.isDigit(layout.charAt(end));
    return (digit == '0' || digit == '9') && !digitFollows ? end - at - 1 : 0;
  }

  private static void flush(StringBuilder literal, List<LayoutPart> parts) {
    if (!literal.isEmpty()) {
      parts.add(new LayoutPart.Literal(literal.toString()));
      literal.setLength(0);
    }
  }
}
