package io.dataflow.operator.cron;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflow.api.model.type.RecordModel;
import io.dataflow.api.spec.DataFlowSpec;
import io.dataflow.api.spec.Manifest;
import io.dataflow.api.spec.Reading;
import io.dataflow.kubernetes.failure.Blocker;
import io.dataflow.operator.cron.run.CronName;
import io.dataflow.operator.resource.DataFlowCronResource;
import io.dataflow.operator.secret.ResolvedSecrets;
import io.dataflow.operator.status.SpecBlocker;
import io.dataflow.operator.workload.Lifetime;
import io.dataflow.operator.workload.MaintenanceState;
import io.dataflow.operator.workload.ProcessorDefaults;
import io.dataflow.operator.workload.Workload;
import java.time.Instant;
import java.util.Optional;

/// The spec of a DataFlowCron, resolved together with the Secrets it names.
sealed interface ResolvedCron {
  /// It can run.
  record Ready(CronJobInput input) implements ResolvedCron {}

  /// It cannot.
  record Invalid(Blocker blocker) implements ResolvedCron {}

  /// Resolves it.
  ///
  /// @param resetToken names the reset of the checkpoint that processors must have done
  static ResolvedCron of(
      DataFlowCronResource cron,
      ResolvedSecrets secrets,
      Optional<String> resetToken,
      ProcessorDefaults defaults,
      Instant now) {
    var manifest = Manifest.parse(cron.text());
    return switch (manifest.bind(secrets)) {
      case Reading.Valid(var flow, var bound, var _) -> {
        var name = CronName.of(cron);
        var spec = bound.orElseThrow().spec();
        var workload =
            new Workload(
                name.workload(),
                cron.asOwner(),
                flow.spec(),
                flowOf(cron.getSpec()),
                secrets.entries(),
                secrets.hashKey(),
                resetToken,
                Lifetime.UNTIL_EXHAUSTED,
                defaults);
        yield new Ready(
            new CronJobInput(name, spec, MaintenanceState.of(flow.spec(), now), workload));
      }
      case Reading.Invalid(var problems) ->
          new Invalid(SpecBlocker.of(manifest, secrets, problems));
    };
  }

  /// What a processor reads: the flow, without its schedule.
  private static ObjectNode flowOf(ObjectNode spec) {
    var flow = spec.deepCopy();
    flow.retain(RecordModel.of(DataFlowSpec.class).keys());
    return flow;
  }
}
