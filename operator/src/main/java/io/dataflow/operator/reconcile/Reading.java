package io.dataflow.operator.reconcile;

import io.dataflow.api.spec.Manifest;
import io.dataflow.kubernetes.failure.Blocker;
import io.dataflow.operator.desired.FlowInput;
import io.dataflow.operator.resource.DataFlowResource;
import io.dataflow.operator.secret.ResolvedSecrets;
import io.dataflow.operator.status.SpecTrouble;
import io.dataflow.operator.workload.FlowName;
import io.dataflow.operator.workload.Lifetime;
import io.dataflow.operator.workload.ProcessorDefaults;
import io.dataflow.operator.workload.Rest;
import io.dataflow.operator.workload.Workload;
import java.time.Instant;
import java.util.Optional;

/// What a flow's spec comes to, together with the Secrets it names.
sealed interface Reading {
  /// It can run.
  record Runnable(FlowInput input) implements Reading {}

  /// It cannot.
  record Wrong(Blocker blocker) implements Reading {}

  /// Reads it.
  ///
  /// @param resetToken names the reset of the checkpoint that processors must have done
  static Reading of(
      DataFlowResource flow,
      ResolvedSecrets secrets,
      Optional<String> resetToken,
      ProcessorDefaults defaults,
      Instant now) {
    var manifest = Manifest.parse(flow.text());
    return switch (manifest.bind(secrets)) {
      case io.dataflow.api.spec.Reading.Valid(var bound, var _, var _) ->
          new Runnable(
              new FlowInput(
                  FlowName.of(flow),
                  flow.getMetadata().getGeneration(),
                  Rest.of(bound.spec(), now),
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
          new Wrong(SpecTrouble.of(manifest, secrets, problems));
    };
  }
}
