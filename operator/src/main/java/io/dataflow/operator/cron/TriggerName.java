package io.dataflow.operator.cron;

import io.dataflow.operator.cron.run.CronName;
import io.dataflow.operator.cron.run.RunId;

/// The name of a trigger's Job: always the same for the same trigger of the same run, so that no
/// second one can be made.
final class TriggerName {
  private static final int LONGEST = 63;

  private TriggerName() {}

  static String of(CronName cron, String runId, int index) {
    var name = "%s-%s-trigger-%d".formatted(cron.workload().runner(), runId, index);
    if (name.length() <= LONGEST) {
      return name;
    }
    var suffix = "-" + RunId.digest(name);
    // A dot or dash before the suffix would make it no name.
    return name.substring(0, LONGEST - suffix.length()).replaceAll("[-.]+$", "") + suffix;
  }
}
