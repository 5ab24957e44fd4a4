package io.dataflow.operator.dataflow;

import io.dataflow.api.spec.Manifest;
import io.dataflow.kubernetes.failure.Blocker;
import io.dataflow.operator.resource.DataFlowResource;
import io.dataflow.operator.secret.ResolvedSecrets;
import io.dataflow.operator.status.SpecBlocker;
import io.dataflow.operator.workload.FlowName;
import io.dataflow.operator.workload.Lifetime;
import io.dataflow.operator.workload.MaintenanceState;
import io.dataflow.operator.workload.ProcessorDefaults;
import io.dataflow.operator.workload.Workload;
import java.time.Instant;
import java.util.Optional;

/// A flow's spec, resolved together with the Secrets it names.
sealed interface ResolvedFlow {
  /// It can run.
  record Ready(ProcessorInput input) implements ResolvedFlow {}

  /// It cannot.
  record Invalid(Blocker blocker) implements ResolvedFlow {}

  /// Resolves it.
  ///
  /// @param resetToken names the reset of the checkpoint that processors must have done
  static ResolvedFlow of(
      DataFlowResource flow,
      ResolvedSecrets secrets,
      Optional<String> resetToken,
      ProcessorDefaults defaults,
      Instant now) {
    var manifest = Manifest.parse(flow.text());
    return switch (manifest.bind(secrets)) {
      case io.dataflow.api.spec.Reading.Valid(var bound, var _, var _) ->
          new Ready(
              new ProcessorInput(
                  FlowName.of(flow),
                  flow.getMetadata().getGeneration(),
                  MaintenanceState.of(bound.spec(), now),
                  new Workload(
                      FlowName.of(flow).workload(),
                      flow.asOwner(),
                      bound.spec(),
                      flow.getSpec(),
                      secrets.entries(),
                      secrets.hashKey(),
                      resetToken,
                      Lifetime.ENDLESS,
                      defaults)));
      case io.dataflow.api.spec.Reading.Invalid(var problems) ->
          new Invalid(SpecBlocker.of(manifest, secrets, problems));
    };
  }
}
