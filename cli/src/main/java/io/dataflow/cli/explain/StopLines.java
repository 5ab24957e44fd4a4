package io.dataflow.cli.explain;

import io.dataflow.api.json.Json;
import io.dataflow.api.spec.Step;
import io.dataflow.cli.picture.Caption;
import io.dataflow.cli.picture.Types;
import io.dataflow.cli.terminal.Amount;
import io.dataflow.cli.terminal.Colour;
import io.dataflow.cli.terminal.DisplayText;
import java.util.List;
import java.util.stream.Collectors;

/// A step on a message's way: what it is, what its conditions say, what it did.
record StopLines(Canvas canvas, Step step, Stop stop) {
  private static final String HEAD = "    ├ ";
  private static final String INSIDE = "    │   ";
  private static final int CHANGES_MAX = 12;
  private static final int FOUND_MAX = 60;

  void draw() {
    canvas.draw("    │");
    var transformation = step.transformation();
    var caption = Caption.ofStep((Record) transformation).replaceAll("\\s+", " ").strip();
    canvas.row(
        HEAD,
        Span.plain(stop.number() + " "),
        Span.of(Colour.BOLD, Types.of(transformation)),
        Span.of(Colour.DIM, caption.isEmpty() ? "" : "  " + DisplayText.of(caption)));
    stop.when()
        .ifPresent(
            when -> asked("when ", when, when.holds() ? "holds" : "does not hold: left out"));
    drawAnswers();
    drawEffect();
  }

  private void drawAnswers() {
    if (stop.effect() instanceof Effect.Rejected) {
      return;
    }
    int labels = stop.answers().stream().mapToInt(it -> it.label().length()).max().orElse(0);
    for (var answer : stop.answers()) {
      if (answer.label().isEmpty()) {
        facts(answer.holds() ? "passes" : "does not hold", answer);
      } else {
        var label = DisplayText.padded(answer.label(), labels) + "  ";
        asked(label, answer, answer.holds() ? "holds" : "does not hold");
      }
    }
  }

  /// What was found stands behind the outcome, or below it where there is no room: of all in the
  /// line it is what the condition itself does not say.
  private void asked(String before, Answer answer, String outcome) {
    var found = found(answer);
    var ending = "  " + outcome;
    var condition = DisplayText.of(answer.condition().text());
    int room = canvas.left(INSIDE, "✓ ", before, ending);
    boolean beside = DisplayText.width(condition + "  " + found) <= room;
    canvas.row(
        INSIDE,
        mark(answer.holds()),
        Span.plain(before),
        Span.plain(canvas.isFull() ? condition : DisplayText.cut(condition, Math.max(1, room))),
        Span.of(colour(answer), ending),
        Span.of(Colour.DIM, beside ? "  " + found : ""));
    if (!beside) {
      canvas.whole(INSIDE + "  ", Span.of(Colour.DIM, found));
    }
  }

  private void facts(String outcome, Answer answer) {
    canvas.whole(
        INSIDE,
        mark(answer.holds()),
        Span.of(colour(answer), outcome),
        Span.of(Colour.DIM, "  " + found(answer)));
  }

  private static Colour colour(Answer answer) {
    return answer.holds() ? Colour.GREEN : Colour.YELLOW;
  }

  private static Span mark(boolean holds) {
    return holds ? Span.of(Colour.GREEN, "✓ ") : Span.of(Colour.YELLOW, "✗ ");
  }

  private String found(Answer answer) {
    return answer.found().entrySet().stream()
        .map(
            it ->
                DisplayText.of(it.getKey())
                    + it.getValue().map(value -> " is " + shown(value)).orElse(" is missing"))
        .collect(Collectors.joining(", "));
  }

  private void drawEffect() {
    switch (stop.effect()) {
      case Effect.Skipped _, Effect.Dropped _ -> {
        // The condition has said it.
      }
      case Effect.Unchanged _ -> drawUnchanged();
      case Effect.Routed(var way) ->
          note("▶ ", (stop.isChosen() ? "to " : "no route takes it: on to ") + way);
      case Effect.Changed(var changes) -> drawChanges(changes);
      case Effect.Replaced(var before, var after) ->
          ChangeRow.altered(canvas, INSIDE, "body", Bodies.text(before), Bodies.text(after));
      case Effect.Rejected(var reason) ->
          canvas.whole(
              INSIDE, Span.of(Colour.RED, "✗ rejected  "), Span.plain(DisplayText.of(reason)));
      case Effect.Divided(var count) ->
          note("⋔ ", Amount.count(count, "message") + " come out of it");
    }
  }

  private void drawUnchanged() {
    if (stop.answers().isEmpty()) {
      canvas.row(INSIDE, Span.of(Colour.DIM, "· unchanged"));
    }
  }

  private void drawChanges(List<Change> changes) {
    if (changes.isEmpty()) {
      canvas.row(INSIDE, Span.of(Colour.DIM, "· the same values, written in another way"));
      return;
    }
    int shown = canvas.isFull() ? changes.size() : Math.min(CHANGES_MAX, changes.size());
    int width = changes.stream().limit(shown).mapToInt(it -> ChangeRow.width(it)).max().orElse(0);
    changes.subList(0, shown).forEach(it -> new ChangeRow(canvas, INSIDE, it, width).draw());
    if (shown < changes.size()) {
      canvas.row(
          INSIDE,
          Span.of(
              Colour.DIM,
              "… and "
                  + Amount.count(changes.size() - shown, "change")
                  + " more; --full shows all"));
    }
  }

  private void note(String mark, String text) {
    canvas.row(INSIDE, Span.of(Colour.CYAN, mark), Span.plain(text));
  }

  private String shown(Json json) {
    var text = DisplayText.of(json.toString());
    return canvas.isFull() ? text : DisplayText.cut(text, FOUND_MAX);
  }
}
