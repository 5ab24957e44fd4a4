package io.dataflow.cli.trigger;

import io.dataflow.api.spec.DataFlow;
import io.dataflow.runtime.health.Status;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/// What a trigger is told of its run (`docs/cron.md`).
public record RunFacts(Map<String, String> variables) {

  /// Of a run that has just ended.
  public static RunFacts of(DataFlow flow, Instant start, Status status) {
    var variables = new LinkedHashMap<String, String>();
    variables.put("DATAFLOW_NAMESPACE", flow.metadata().namespace());
    variables.put("DATAFLOW_NAME", flow.metadata().name());
    variables.put("DATAFLOW_RUN_ID", "%08x".formatted(ThreadLocalRandom.current().nextInt()));
    variables.put("DATAFLOW_PROCESSED_COUNT", String.valueOf(status.processed()));
    variables.put("DATAFLOW_ERROR_COUNT", String.valueOf(status.errors()));
    variables.put("DATAFLOW_START_TIME", start.truncatedTo(ChronoUnit.SECONDS).toString());
    variables.put("DATAFLOW_END_TIME", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    return new RunFacts(variables);
  }

  /// For one trigger.
  Map<String, String> of(int index) {
    var all = new LinkedHashMap<>(variables);
    all.put("DATAFLOW_TRIGGER_INDEX", String.valueOf(index));
    return all;
  }
}
