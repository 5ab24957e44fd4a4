package io.dataflow.cli.explain;

import io.dataflow.cli.terminal.Colour;
import io.dataflow.cli.terminal.DisplayText;
import io.dataflow.cli.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;

/// Lines that stay inside the window: what is too long is cut, or goes on in the next line.
final class Canvas {
  private static final int INDENT = 4;

  private final Terminal terminal;
  private final int columns;
  private final boolean full;
  private final List<String> lines = new ArrayList<>();

  /// @param columns of the window
  /// @param full whether nothing may be cut
  Canvas(Terminal terminal, int columns, boolean full) {
    this.terminal = terminal;
    this.columns = columns;
    this.full = full;
  }

  List<String> lines() {
    return lines;
  }

  boolean isFull() {
    return full;
  }

  /// How many columns are left behind these texts.
  int left(String... texts) {
    return columns - DisplayText.width(String.join("", texts));
  }

  /// Adds a line as it is.
  void draw(String text) {
    lines.add(text.stripTrailing());
  }

  /// Adds a line, cut unless all is wanted.
  ///
  /// @param gutter what it begins with
  void row(String gutter, Span... spans) {
    row(gutter, full, spans);
  }

  /// Adds a line and as many more as it takes to show all of it.
  void whole(String gutter, Span... spans) {
    row(gutter, true, spans);
  }

  private void row(String gutter, boolean wrapped, Span... spans) {
    var line = new StringBuilder(gutter);
    int left = left(gutter);
    for (var span : spans) {
      var text = span.text();
      while (DisplayText.width(text) > left && wrapped) {
        int end = end(text, left);
        line.append(painted(new Span(text.substring(0, end), span.colour())));
        draw(line.toString());
        text = end == 0 ? text.stripLeading() : text.substring(end);
        line = new StringBuilder(gutter + " ".repeat(INDENT));
        left = left(gutter) - INDENT;
      }
      var shown = left > 0 ? DisplayText.cut(text, left) : "";
      line.append(painted(new Span(shown, span.colour())));
      left -= DisplayText.width(shown);
    }
    draw(line.toString());
  }

  /// Where a line may end: behind a blank when there is one not too far back. A line that is full
  /// takes nothing more, and one that is new takes one character at least.
  private static int end(String text, int left) {
    int fits = DisplayText.fitting(text, left);
    int blank = text.lastIndexOf(' ', fits);
    return blank > fits / 2 ? blank + 1 : fits;
  }

  private String painted(Span span) {
    return span.colour()
        .map((Colour colour) -> terminal.paint(colour, span.text()))
        .orElse(span.text());
  }
}
