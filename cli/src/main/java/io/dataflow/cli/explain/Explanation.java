package io.dataflow.cli.explain;

import io.dataflow.api.spec.DataFlowSpec;
import io.dataflow.cli.picture.Caption;
import io.dataflow.cli.picture.Exit;
import io.dataflow.cli.picture.Types;
import io.dataflow.cli.picture.WaysOut;
import io.dataflow.cli.terminal.Amount;
import io.dataflow.cli.terminal.Colour;
import io.dataflow.cli.terminal.DisplayText;
import io.dataflow.cli.terminal.Terminal;
import java.util.List;
import java.util.function.UnaryOperator;

/// The picture of a flow with what it does to one message: source, steps, ways out.
///
/// @param shown what a name of a topic or table is shown as
/// @param columns of the window
/// @param full whether values are shown whole, however long they are
public record Explanation(
    Terminal terminal, DataFlowSpec spec, UnaryOperator<String> shown, int columns, boolean full) {
  private static final String LINE = "    │ ";
  private static final int NAME_MAX = 48;
  private static final String DROPPED = ", which counts as handled";

  /// The lines of the picture.
  ///
  /// @param trail what became of the message
  public List<String> lines(Subject subject, Trail trail) {
    var canvas = new Canvas(terminal, columns, full);
    var title = subject.title();
    var metadata = subject.metadata();
    canvas.row("", Span.of(Colour.BOLD, DisplayText.of(title)));
    drawSource(canvas);
    if (metadata.size() > 0) {
      canvas.row(LINE, Span.of(Colour.DIM, "metadata " + DisplayText.of(metadata.toString())));
    }
    if (subject.message().isTombstone()) {
      canvas.row(LINE, Span.of(Colour.YELLOW, "a tombstone: a key without a body"));
    }
    drawTrail(canvas, title, trail);
    return canvas.lines();
  }

  private void drawSource(Canvas canvas) {
    var type = Types.of(spec.source());
    var name = name(shown.apply(Caption.ofConnector((Record) spec.source())));
    int width = DisplayText.width(type + name) + 4;
    canvas.draw("  ╭" + "─".repeat(width) + "╮");
    canvas.row(
        "  │ ", Span.of(Colour.BOLD, type), Span.of(Colour.CYAN, "  " + name), Span.plain(" │"));
    canvas.draw("  ╰─┬" + "─".repeat(width - 2) + "╯");
  }

  private void drawTrail(Canvas canvas, String title, Trail trail) {
    canvas.row(
        LINE,
        Span.of(Colour.YELLOW, Bodies.note(trail.body())),
        Span.plain(Bodies.text(trail.body())));
    for (var stop : trail.stops()) {
      new StopLines(canvas, spec.transformations().get(stop.number() - 1), stop).draw();
    }
    canvas.draw("    │");
    switch (trail.end()) {
      case Trail.End.Arrived(var way, var body) -> drawExits(canvas, way, body);
      case Trail.End.Dropped _ ->
          canvas.row("    ╰─", Span.of(Colour.YELLOW, "╳ dropped"), Span.plain(DROPPED));
      case Trail.End.Rejected(var original) -> drawRejected(canvas, original);
      case Trail.End.Divided(var first, var count) -> drawChildren(canvas, title, first, count);
    }
  }

  private void drawExits(Canvas canvas, String way, byte[] body) {
    var exits = WaysOut.of(spec).exits(shown);
    for (var exit : exits) {
      boolean last = exit == exits.getLast();
      boolean taken = exit.name().equals(way);
      var corner = "    " + (last ? "╰─" : "├─");
      var row = row(exits, exit);
      if (taken) {
        canvas.row(corner, Span.of(Colour.GREEN, "▶ "), Span.of(Colour.BOLD, row));
        canvas.row("    " + (last ? " " : "│") + "     ", Span.plain(Bodies.text(body)));
      } else {
        canvas.row(corner, Span.of(Colour.DIM, "─ " + row));
      }
    }
  }

  private void drawRejected(Canvas canvas, byte[] original) {
    if (spec.errors().isEmpty()) {
      canvas.whole(
          "    ╰─",
          Span.of(Colour.RED, "╳ the flow ends"),
          Span.plain(" right before this record: it has no error sink (spec.errors)"));
      return;
    }
    var exits = WaysOut.of(spec).exits(shown);
    canvas.row(
        "    ╰─", Span.of(Colour.RED, "▶ "), Span.of(Colour.BOLD, row(exits, exits.getLast())));
    canvas.row(
        "          ",
        Span.of(Colour.DIM, "the reason, and the original: "),
        Span.plain(Bodies.text(original)));
    if (spec.stopsAtRejected()) {
      canvas.row("          ", Span.of(Colour.RED, "then the flow ends: spec.errors.ackPolicy"));
    }
  }

  private void drawChildren(Canvas canvas, String title, List<Trail> first, int count) {
    canvas.draw("    ╰─⋔ " + Amount.count(count, "message"));
    for (int i = 0; i < first.size(); i++) {
      var name = title + ", " + (i + 1) + " of " + Amount.count(count);
      canvas.draw("");
      canvas.row("  ", Span.of(Colour.BOLD, DisplayText.of(name)));
      drawTrail(canvas, name, first.get(i));
    }
    if (count > first.size()) {
      canvas.draw("");
      canvas.row(
          "  ",
          Span.of(Colour.DIM, "… and " + Amount.count(count - first.size()) + " more like them"));
    }
  }

  private static String row(List<Exit> exits, Exit exit) {
    int names = exits.stream().map(Exit::name).mapToInt(DisplayText::width).max().orElse(0);
    int types = exits.stream().map(Exit::type).mapToInt(DisplayText::width).max().orElse(0);
    return DisplayText.padded(exit.name(), names)
        + "  "
        + DisplayText.padded(exit.type(), types)
        + "  "
        + name(exit.target());
  }

  private static String name(String text) {
    return DisplayText.cut(DisplayText.of(text.replaceAll("\\s+", " ").strip()), NAME_MAX);
  }
}
