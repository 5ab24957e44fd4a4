package io.dataflow.operator.cron;

import io.dataflow.operator.workload.WorkloadResources;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;

/// What a DataFlowCron owns, apart from the Jobs of its runs.
final class CronResources {
  private CronResources() {}

  /// Those that it should have, in the order in which they are made.
  static List<HasMetadata> of(CronJobInput cron) {
    var all = new ArrayList<>(WorkloadResources.of(cron.workload()).inOrder());
    all.add(ProcessorCronJob.of(cron));
    return all;
  }
}
