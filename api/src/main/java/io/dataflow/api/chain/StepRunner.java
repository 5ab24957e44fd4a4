package io.dataflow.api.chain;

import io.dataflow.api.condition.Condition;
import io.dataflow.api.message.Emitter;
import io.dataflow.api.message.Message;
import io.dataflow.api.model.type.ChoiceModel;
import io.dataflow.api.spec.Step;
import io.dataflow.api.transformation.EndpointStep;
import io.dataflow.api.transformation.RecordException;
import io.dataflow.api.transformation.Transformation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes a batch through one step: the unit that routes, the `test` command and benchmarks share.
/// Holds no state, so one serves any number of threads.
public final class StepRunner {
  private final String name;
  private final Optional<Condition> when;
  private final Transformation transformation;
  private final StepWork work;
  private final boolean hides;

  /// @param position the step's place in the flow, from 1
  public StepRunner(int position, Step step) {
    this(position, step, step.transformation()::apply);
  }

  /// A step whose work somebody else does.
  public StepRunner(int position, Step step, StepWork work) {
    this.when = step.when();
    this.transformation = step.transformation();
    this.work = work;
    this.hides = transformation.hides();
    this.name = name(position, step);
  }

  /// The stage's name of a step: `2:mask`, `3:geo-lookup`.
  ///
  /// @param position its place in the flow, from 1
  public static String name(int position, Step step) {
    return position
        + ":"
        + (step.transformation() instanceof EndpointStep it
            ? it.endpoint().label()
            : ChoiceModel.name(Transformation.class, step.transformation().getClass()));
  }

  /// The stage's name in routes, metrics and reasons: `2:mask`.
  public String name() {
    return name;
  }

  /// What the step makes of the messages, in order. Those for which `when` does not hold pass
  /// unchanged; those that cannot be transformed are rejected, with all that came out of them, and
  /// so are those that a step which hides values cannot read. An empty body hides nothing.
  ///
  /// @param now the time of the batch
  public List<Message> run(List<Message> messages, Instant now, Rejections rejections) {
    var collector = new Collector(messages.size(), now);
    for (var message : messages) {
      if (isUnreadable(message)) {
        rejections.reject(message, name, reason(message));
        continue;
      }
      if (when.isPresent() && !when.get().holds(message)) {
        collector.emit(message);
        continue;
      }
      int before = collector.out.size();
      try {
        work.apply(message, collector);
      } catch (RecordException e) {
        collector.out.subList(before, collector.out.size()).clear();
        rejections.reject(message, name, e.getMessage());
      }
    }
    return collector.out;
  }

  /// Whether it may make many messages of one: then [#expand] does what [#run] does, and makes
  /// them later.
  public boolean multiplies() {
    return transformation.multiplies();
  }

  /// What the step makes of the messages, in order, none of it made yet. A step that multiplies
  /// messages rejects none.
  public Expansion expand(List<Message> messages) {
    var parts = new ArrayList<Expansion.Part>(messages.size());
    for (var message : messages) {
      if (when.isPresent() && !when.get().holds(message)) {
        parts.add(new Expansion.Single(message));
        continue;
      }
      var children = transformation.children(message);
      parts.add(
          children.isPresent()
              ? new Expansion.Many(children.get())
              : new Expansion.Single(message));
    }
    return new Expansion(parts);
  }

  /// Whether the step might have to hide something in it and cannot read it. A condition on the
  /// body cannot be answered then, so the step counts as wanted.
  private boolean isUnreadable(Message message) {
    return hides
        && message.json().isEmpty()
        && message.original().length > 0
        && when.filter(condition -> !condition.readsBody())
            .map(it -> it.holds(message))
            .orElse(true);
  }

  private String reason(Message message) {
    return "`%s` cannot read the record, so it does not pass on: %s"
        .formatted(name.substring(name.indexOf(':') + 1), message.problem());
  }

  private static final class Collector implements Emitter {
    private final List<Message> out;
    private final Instant now;

    Collector(int expected, Instant now) {
      this.out = new ArrayList<>(expected);
      this.now = now;
    }

    @Override
    public void emit(Message message) {
      out.add(message);
    }

    @Override
    public Instant now() {
      return now;
    }
  }
}
