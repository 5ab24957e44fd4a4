package io.dataflow.operator.cron;

import io.dataflow.api.schedule.Trigger;
import io.dataflow.api.spec.DataFlowCronSpec;
import io.dataflow.operator.cron.run.CronName;
import io.dataflow.operator.workload.MaintenanceState;
import io.dataflow.operator.workload.Workload;
import java.util.List;

/// All that the resources of a DataFlowCron are made of.
///
/// @param maintenance whether it is paused on purpose
record CronJobInput(
    CronName name, DataFlowCronSpec spec, MaintenanceState maintenance, Workload workload) {
  List<Trigger> triggers() {
    return spec.triggers();
  }

  /// Whether no run starts by itself.
  boolean isSuspended() {
    return spec.suspend() || maintenance.isPaused();
  }
}
