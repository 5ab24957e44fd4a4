package io.dataflow.api.transformation.layout;

import java.time.ZonedDateTime;

/// A part of a layout: characters as they are, or something of the time.
sealed interface LayoutPart
    permits LayoutPart.Literal, LayoutPart.Fraction, LayoutPart.Epoch, LayoutElement {

  /// Appends the part for that time.
  void write(ZonedDateTime time, StringBuilder out);

  /// Characters that are no element.
  record Literal(String text) implements LayoutPart {
    @Override
    public void write(ZonedDateTime time, StringBuilder out) {
      out.append(text);
    }
  }

  /// Fractions of a second with the point or comma before them.
  ///
  /// @param trimmed without noughts at the end, and nothing at all when there are only such
  record Fraction(char point, int digits, boolean trimmed) implements LayoutPart {
    @Override
    public void write(ZonedDateTime time, StringBuilder out) {
      int before = out.length();
      out.append(point);
      var nanos = Integer.toString(1_000_000_000 + time.getNano());
      for (int i = 1; i <= digits; i++) {
        out.append(i < nanos.length() ? nanos.charAt(i) : '0');
      }
      if (trimmed) {
        int end = out.length();
        while (out.charAt(end - 1) == '0') {
          end--;
        }
        out.setLength(end - 1 == before ? before : end);
      }
    }
  }

  /// Time since 1970.
  enum Epoch implements LayoutPart {
    SECONDS,
    MILLISECONDS;

    @Override
    public void write(ZonedDateTime time, StringBuilder out) {
      out.append(this == SECONDS ? time.toEpochSecond() : time.toInstant().toEpochMilli());
    }
  }
}
