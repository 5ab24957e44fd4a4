package io.dataflow.cli.explain;

import io.dataflow.api.json.Json;
import io.dataflow.cli.terminal.Colour;
import io.dataflow.cli.terminal.DisplayText;

/// A change in one line: `~ $.card  "4929" → "****"`.
///
/// @param width the columns of the paths that stand above each other
record ChangeRow(Canvas canvas, String gutter, Change change, int width) {
  private static final String ARROW = " → ";
  private static final int PATH_MAX = 36;

  /// How many columns a change's path takes.
  static int width(Change change) {
    return Math.min(PATH_MAX, DisplayText.width(path(change)));
  }

  private static String path(Change change) {
    return switch (change) {
      case Change.Moved moved -> DisplayText.of(moved.from() + ARROW + moved.path());
      case Change.Added _, Change.Removed _, Change.Altered _ -> DisplayText.of(change.path());
    };
  }

  void draw() {
    var path = DisplayText.padded(path(change), width) + "  ";
    switch (change) {
      case Change.Added(var at, var value) -> row(Colour.GREEN, "+ ", path, value);
      case Change.Removed(var at, var value) -> row(Colour.RED, "− ", path, value);
      case Change.Moved(var from, var at, var value) -> row(Colour.CYAN, "⇢ ", path, value);
      case Change.Altered(var at, var before, var after) ->
          altered(canvas, gutter, path.stripTrailing(), text(before), text(after), path.length());
    }
  }

  private void row(Colour colour, String sign, String path, Json value) {
    canvas.row(gutter, Span.of(colour, sign), Span.plain(path), Span.of(Colour.DIM, text(value)));
  }

  /// A value and the one that has taken its place; when there is not enough room for both, each of
  /// them gets what the other leaves, and half of it at least.
  static void altered(Canvas canvas, String gutter, String path, String before, String after) {
    altered(canvas, gutter, path, before, after, path.length() + 2);
  }

  private static void altered(
      Canvas canvas, String gutter, String path, String before, String after, int width) {
    var label = DisplayText.padded(path, width);
    int room = Math.max(2, canvas.left(gutter, "~ ", label, ARROW));
    int half = Math.max(room / 2, room - DisplayText.width(after));
    var first = canvas.isFull() ? before : DisplayText.cut(before, half);
    canvas.row(
        gutter,
        Span.of(Colour.YELLOW, "~ "),
        Span.plain(label),
        Span.of(Colour.DIM, first),
        Span.plain(ARROW),
        Span.plain(after));
  }

  private static String text(Json json) {
    return DisplayText.of(json.toString());
  }
}
