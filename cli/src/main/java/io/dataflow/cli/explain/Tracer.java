package io.dataflow.cli.explain;

import io.dataflow.api.chain.Chain;
import io.dataflow.api.chain.StepRunner;
import io.dataflow.api.condition.Condition;
import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonException;
import io.dataflow.api.message.Destination;
import io.dataflow.api.message.Message;
import io.dataflow.api.message.Metadata;
import io.dataflow.api.spec.DataFlowSpec;
import io.dataflow.api.spec.Step;
import io.dataflow.api.transformation.Filter;
import io.dataflow.api.transformation.Router;
import io.dataflow.api.transformation.Transformation;
import io.dataflow.cli.picture.WaysOut;
import io.dataflow.cli.sample.MetadataJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Takes messages through the steps of a flow one at a time and notes what each step does. The
/// steps are run by [StepRunner], as a processor runs them; what is noted is found by comparing the
/// message before a step and behind it, so that every transformation can be traced.
public final class Tracer {
  private static final int FOLLOWED = 3;

  private final List<Step> steps;
  private final List<StepRunner> runners;
  private final WaysOut ways;
  private final Instant now;

  /// For this flow.
  ///
  /// @param now the time that the steps are told
  public Tracer(DataFlowSpec spec, Instant now) {
    this.steps = spec.transformations();
    this.runners = Chain.of(steps).steps();
    this.ways = WaysOut.of(spec);
    this.now = now;
  }

  /// What becomes of a message.
  public Trail trace(Message message) {
    return follow(message, 0);
  }

  private Trail follow(Message message, int from) {
    var body = message.bytes();
    var stops = new ArrayList<Stop>();
    var current = message;
    for (int i = from; i < steps.size(); i++) {
      var before = Snapshot.of(current);
      var when = steps.get(i).when().map(condition -> before.ask("", condition));
      boolean skipped = when.isPresent() && !when.get().holds();
      var answers = skipped ? List.<Answer>of() : answers(steps.get(i).transformation(), before);
      var reasons = new ArrayList<String>();
      var out = runners.get(i).run(List.of(current), now, (it, at, why) -> reasons.add(why));
      var effect = effect(steps.get(i), before, reasons, out, skipped);
      stops.add(new Stop(i + 1, when, answers, effect));
      var end = end(effect, current, out, i + 1);
      if (end.isPresent()) {
        return new Trail(body, stops, end.get());
      }
      current = out.getFirst();
    }
    return new Trail(body, stops, new Trail.End.Arrived(ways.of(current), current.bytes()));
  }

  /// Where a message's way ends that does not go on behind a step.
  private Optional<Trail.End> end(Effect effect, Message message, List<Message> out, int next) {
    return switch (effect) {
      case Effect.Rejected _ -> Optional.of(new Trail.End.Rejected(message.original()));
      case Effect.Dropped _ -> Optional.of(new Trail.End.Dropped());
      case Effect.Divided(var count) ->
          Optional.of(
              new Trail.End.Divided(
                  out.stream().limit(FOLLOWED).map(it -> follow(it, next)).toList(), count));
      case Effect.Skipped _,
          Effect.Unchanged _,
          Effect.Changed _,
          Effect.Replaced _,
          Effect.Routed _ ->
          Optional.empty();
    };
  }

  private List<Answer> answers(Transformation transformation, Snapshot before) {
    if (transformation instanceof Filter filter) {
      return List.of(before.ask("", filter.condition()));
    }
    var answers = new ArrayList<Answer>();
    if (transformation instanceof Router router) {
      for (var route : router.routes()) {
        answers.add(before.ask(ways.name(route), route.condition()));
        if (answers.getLast().holds()) {
          break;
        }
      }
    }
    return answers;
  }

  private Effect effect(
      Step step, Snapshot before, List<String> reasons, List<Message> out, boolean skipped) {
    if (!reasons.isEmpty()) {
      return new Effect.Rejected(reasons.getFirst());
    }
    if (skipped) {
      return new Effect.Skipped();
    }
    return switch (out.size()) {
      case 0 -> new Effect.Dropped();
      case 1 ->
          step.transformation() instanceof Router
              ? new Effect.Routed(ways.of(out.getFirst()))
              : effect(before, Snapshot.of(out.getFirst()));
      default -> new Effect.Divided(out.size());
    };
  }

  private static Effect effect(Snapshot before, Snapshot after) {
    var metadata = Changes.between(before.metadata(), after.metadata(), "metadata");
    if (Arrays.equals(before.body(), after.body())) {
      return metadata.isEmpty() ? new Effect.Unchanged() : new Effect.Changed(metadata);
    }
    var one = json(before.body());
    var two = json(after.body());
    if (one.isEmpty() || two.isEmpty()) {
      return new Effect.Replaced(before.body(), after.body());
    }
    var changes = new ArrayList<>(Changes.between(one.get(), two.get(), "$"));
    changes.addAll(metadata);
    return new Effect.Changed(changes);
  }

  private static Optional<Json> json(byte[] body) {
    try {
      return Optional.of(Json.parse(body));
    } catch (JsonException notJson) {
      return Optional.empty();
    }
  }

  /// A message at one moment: steps change it in its place. Conditions are asked of a copy, so that
  /// no step finds it read already.
  private record Snapshot(byte[] body, Metadata source, Optional<Destination> destination) {
    static Snapshot of(Message message) {
      return new Snapshot(message.bytes(), message.source(), message.destination());
    }

    Json metadata() {
      return MetadataJson.write(source.asMap());
    }

    Answer ask(String label, Condition condition) {
      var copy = new Message(body, source);
      destination.ifPresent(copy::sendTo);
      return Answer.of(label, condition, copy);
    }
  }
}
