package io.dataflow.api.chain;

import io.dataflow.api.message.Message;
import io.dataflow.api.spec.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/// All steps of a flow, without a source, a sink or a route: what tests and benchmarks run.
public final class Chain {
  private final List<StepRunner> steps;

  private Chain(List<StepRunner> steps) {
    this.steps = List.copyOf(steps);
  }

  /// The chain of a flow's `transformations`.
  public static Chain of(List<Step> steps) {
    return of(steps, (_, step) -> step.transformation()::apply);
  }

  /// The same, where somebody else does the work of some steps.
  ///
  /// @param works the work of a step, by its place from 1
  public static Chain of(List<Step> steps, BiFunction<Integer, Step, StepWork> works) {
    var runners = new ArrayList<StepRunner>();
    for (var step : steps) {
      int place = runners.size() + 1;
      runners.add(new StepRunner(place, step, works.apply(place, step)));
    }
    return new Chain(runners);
  }

  /// The steps, in order.
  public List<StepRunner> steps() {
    return steps;
  }

  /// What comes out of the last step, in order; where a message goes is its
  /// [Message#destination].
  ///
  /// @param now the time of the batch
  public List<Message> run(List<Message> messages, Instant now, Rejections rejections) {
    var current = messages;
    for (var step : steps) {
      current = step.run(current, now, rejections);
    }
    return current;
  }
}
