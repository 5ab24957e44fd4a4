package io.dataflow.operator.cron;

import io.dataflow.api.spec.status.RunStatus;
import io.dataflow.operator.cron.run.CronName;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a trigger is told of its run (`docs/cron.md`). What is not known is left out.
final class RunVariables {
  private RunVariables() {}

  static List<EnvVar> of(CronName cron, RunStatus run, int index) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("DATAFLOW_NAMESPACE", cron.namespace());
    variables.put("DATAFLOW_NAME", cron.name());
    variables.put("DATAFLOW_RUN_ID", run.id());
    variables.put("DATAFLOW_JOB_NAME", run.job());
    variables.put("DATAFLOW_TRIGGER_INDEX", String.valueOf(index));
    run.processedCount()
        .ifPresent(count -> variables.put("DATAFLOW_PROCESSED_COUNT", String.valueOf(count)));
    run.errorCount()
        .ifPresent(count -> variables.put("DATAFLOW_ERROR_COUNT", String.valueOf(count)));
    run.startTime().ifPresent(time -> variables.put("DATAFLOW_START_TIME", text(time)));
    run.processedTime().ifPresent(time -> variables.put("DATAFLOW_END_TIME", text(time)));
    return variables.entrySet().stream()
        .map(it -> new EnvVarBuilder().withName(it.getKey()).withValue(it.getValue()).build())
        .toList();
  }

  private static String text(OffsetDateTime time) {
    return time.toInstant().toString();
  }
}
