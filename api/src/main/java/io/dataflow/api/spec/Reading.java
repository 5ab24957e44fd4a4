package io.dataflow.api.spec;

import io.dataflow.api.model.problem.Problem;
import java.util.List;
import java.util.Optional;

/// What reading a manifest came to.
public sealed interface Reading {
  /// A flow that can run, with its defaults and the values of its Secrets.
  ///
  /// @param flow of a flow on a schedule what each run does
  /// @param cron the schedule, when it has one
  record Valid(DataFlow flow, Optional<DataFlowCron> cron, List<Problem> warnings)
      implements Reading {}

  /// No flow: all that is wrong, warnings included.
  record Invalid(List<Problem> problems) implements Reading {}
}
