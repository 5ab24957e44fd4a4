package io.dataflow.cli.manifest;

import io.dataflow.api.spec.DataFlow;
import io.dataflow.api.spec.DataFlowCron;
import java.util.Optional;

/// What has come of loading a flow from a file.
public sealed interface Loading {
  /// The flow.
  ///
  /// @param cron its schedule, when it has one; the flow is then what each run does
  /// @param fingerprint of the file's content: the same for the same content alone
  record Loaded(DataFlow flow, Optional<DataFlowCron> cron, String fingerprint)
      implements Loading {}

  /// It cannot run.
  ///
  /// @param why all that is wrong, for a person
  record Refused(String why) implements Loading {}
}
