package io.dataflow.operator.cron;

import io.dataflow.api.model.type.WordType;
import io.dataflow.operator.cron.run.CronName;
import io.dataflow.operator.workload.pod.ProcessorPod;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.PodFailurePolicy;
import io.fabric8.kubernetes.api.model.batch.v1.PodFailurePolicyBuilder;
import java.time.ZoneId;
import java.util.Map;

/// `dfc-<name>`: starts a Job for each run, whose pod ends when the source is exhausted.
final class ProcessorCronJob {
  private ProcessorCronJob() {}

  static CronJob of(CronJobInput cron) {
    var spec = cron.spec();
    var name = cron.name();
    return new CronJobBuilder()
        .withMetadata(cron.workload().metadata(name.workload().runner()))
        .withNewSpec()
        .withSchedule(spec.schedule().kubernetes())
        .withTimeZone(spec.timeZone().map(ZoneId::getId).orElse(null))
        .withConcurrencyPolicy(WordType.word(spec.concurrencyPolicy()))
        .withSuspend(cron.isSuspended())
        .withStartingDeadlineSeconds(spec.startingDeadlineSeconds().orElse(null))
        .withSuccessfulJobsHistoryLimit(kept(spec.successfulJobsHistoryLimit()))
        .withFailedJobsHistoryLimit(kept(spec.failedJobsHistoryLimit()))
        .withNewJobTemplate()
        .withNewMetadata()
        .withLabels(name.step(CronName.PROCESSOR))
        .withAnnotations(Map.of(CronName.TRIGGER_LABEL, "-1"))
        .endMetadata()
        .withNewSpec()
        .withBackoffLimit(spec.backoffLimit())
        .withPodFailurePolicy(evictionsDoNotCount())
        .withTemplate(pod(cron))
        .endSpec()
        .endJobTemplate()
        .endSpec()
        .build();
  }

  // Of no Jobs kept Kubernetes would delete one before anybody has seen its end: JobHistoryCleanup
  // does it.
  private static int kept(int limit) {
    return Math.max(1, limit);
  }

  // A processor that had to leave its node goes on elsewhere, when it is gone for certain.
  private static PodFailurePolicy evictionsDoNotCount() {
    return new PodFailurePolicyBuilder()
        .addNewRule()
        .withAction("Ignore")
        .addNewOnPodCondition()
        .withType("DisruptionTarget")
        .withStatus("True")
        .endOnPodCondition()
        .endRule()
        .build();
  }

  private static PodTemplateSpec pod(CronJobInput cron) {
    var pod = ProcessorPod.of(cron.workload());
    pod.getSpec().setRestartPolicy("Never");
    return pod;
  }
}
