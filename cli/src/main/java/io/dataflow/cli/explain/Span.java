package io.dataflow.cli.explain;

import io.dataflow.cli.terminal.Colour;
import java.util.Optional;

/// A piece of a line in one colour.
record Span(String text, Optional<Colour> colour) {
  static Span plain(String text) {
    return new Span(text, Optional.empty());
  }

  static Span of(Colour colour, String text) {
    return new Span(text, Optional.of(colour));
  }
}
