package io.dataflow.operator.cron;

import io.dataflow.operator.workload.WorkloadResources;
import io.fabric8.kubernetes.api.model.HasMetadata;

/// What a DataFlowCron should own apart from the Jobs of its runs, in the order in which it is
/// applied.
record CronResources(WorkloadResources workload, HasMetadata cronJob) {

  static CronResources of(CronJobInput cron) {
    return new CronResources(WorkloadResources.of(cron.workload()), ProcessorCronJob.of(cron));
  }
}
