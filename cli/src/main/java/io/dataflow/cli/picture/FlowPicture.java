package io.dataflow.cli.picture;

import io.dataflow.api.spec.DataFlowSpec;
import io.dataflow.api.spec.Step;
import io.dataflow.cli.terminal.Colour;
import io.dataflow.cli.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// A flow in a few lines: where messages come from, the steps they take, and the ways out.
public final class FlowPicture {
  private static final int WIDTH_MAX = 48;

  private final Terminal terminal;
  private final DataFlowSpec spec;
  private final UnaryOperator<String> shown;

  /// A picture in the colours of the terminal.
  public FlowPicture(Terminal terminal, DataFlowSpec spec) {
    this(terminal, spec, UnaryOperator.identity());
  }

  /// The same.
  ///
  /// @param shown what a name of a topic or table is shown as
  public FlowPicture(Terminal terminal, DataFlowSpec spec, UnaryOperator<String> shown) {
    this.terminal = terminal;
    this.spec = spec;
    this.shown = shown;
  }

  /// The lines of the picture, from source to sinks.
  public List<String> lines() {
    var source = Types.of(spec.source());
    var topic = cut(shown.apply(Caption.ofConnector((Record) spec.source())));
    var width = source.length() + topic.length() + 4;
    var lines = new ArrayList<String>();
    lines.add("  ╭" + "─".repeat(width) + "╮");
    lines.add("  │ " + bold(source) + "  " + name(topic) + " │");
    lines.add("  ╰─┬" + "─".repeat(width - 2) + "╯");
    lines.addAll(steps());
    lines.addAll(exits());
    return lines;
  }

  private List<String> steps() {
    var steps = spec.transformations();
    var width =
        steps.stream().map(Step::transformation).map(Types::of).mapToInt(String::length).max();
    var lines = new ArrayList<String>();
    for (int i = 0; i < steps.size(); i++) {
      var step = steps.get(i);
      var type = padded(Types.of(step.transformation()), width.orElse(0));
      var when = step.when().map(condition -> "  when " + condition.text()).orElse("");
      var caption = cut(Caption.ofStep((Record) step.transformation()));
      lines.add("    │  " + (i + 1) + " " + bold(type) + "  " + (caption + dim(when)).strip());
    }
    return lines.stream().map(String::stripTrailing).toList();
  }

  private List<String> exits() {
    var exits = WaysOut.of(spec).exits(shown).stream().map(FlowPicture::cut).toList();
    var lines = new ArrayList<String>();
    for (var exit : exits) {
      var corner = exit == exits.getLast() ? "    ╰─▶ " : "    ├─▶ ";
      var line =
          bold(padded(exit.name(), width(exits, Exit::name)))
              + "  "
              + padded(exit.type(), width(exits, Exit::type))
              + "  "
              + name(padded(exit.target(), width(exits, Exit::target)))
              + dim(exit.condition().isEmpty() ? "" : "  " + exit.condition());
      lines.add((corner + line).stripTrailing());
    }
    return lines;
  }

  private static Exit cut(Exit exit) {
    return new Exit(exit.name(), exit.type(), cut(exit.target()), cut(exit.condition()));
  }

  private static int width(List<Exit> exits, Function<Exit, String> cell) {
    return exits.stream().map(cell).mapToInt(String::length).max().orElse(0);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  private static String cut(String text) {
    var line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= WIDTH_MAX ? line : line.substring(0, WIDTH_MAX - 1) + "…";
  }

  private String bold(String text) {
    return terminal.paint(Colour.BOLD, text);
  }

  private String dim(String text) {
    return terminal.paint(Colour.DIM, text);
  }

  private String name(String text) {
    return terminal.paint(Colour.CYAN, text);
  }
}
