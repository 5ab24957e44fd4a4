package io.dataflow.api.model.rule;

import io.dataflow.api.model.problem.Problem;
import io.dataflow.api.model.problem.Severity;
import java.util.Optional;

/// Something that must hold between the fields of a record: how to find out in Java and in CEL, and
/// one sentence about it for both.
public final class Constraint {
  private final Optional<Claim> when;
  private final Claim then;
  private final Problem otherwise;

  private Constraint(Optional<Claim> when, Claim then, Problem otherwise) {
    this.when = when;
    this.then = then;
    this.otherwise = otherwise;
  }

  static Constraint always(Claim then, Problem otherwise) {
    return new Constraint(Optional.empty(), then, otherwise);
  }

  static Constraint when(Claim when, Claim then, Problem otherwise) {
    return new Constraint(Optional.of(when), then, otherwise);
  }

  /// The field that is wrong when it does not hold, relative to the record; may be empty.
  public String path() {
    return otherwise.path();
  }

  /// What is wrong then, and what to do.
  public String message() {
    return otherwise.message();
  }

  /// True when all is well, `self` being the record; empty where the API server has no say: of
  /// warnings, and of what it cannot find out.
  public Optional<String> cel() {
    if (otherwise.severity() == Severity.WARNING || then.cel().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(when.map(it -> "!(" + it.cel() + ") || ").orElse("") + then.cel());
  }

  /// What is wrong with a record; empty when it holds. The path is relative to the record.
  Optional<Problem> problem(Values values) {
    boolean holds = when.filter(it -> !it.holds(values)).isPresent() || then.holds(values);
    return holds ? Optional.empty() : Optional.of(otherwise);
  }
}
