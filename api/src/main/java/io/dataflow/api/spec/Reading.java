package io.dataflow.api.spec;

import io.dataflow.api.model.problem.Problem;
import java.util.List;

/// What reading a manifest came to.
public sealed interface Reading {
  /// A flow that can run, with its defaults and the values of its Secrets.
  record Valid(DataFlow flow, List<Problem> warnings) implements Reading {}

  /// No flow: all that is wrong, warnings included.
  record Invalid(List<Problem> problems) implements Reading {}
}
