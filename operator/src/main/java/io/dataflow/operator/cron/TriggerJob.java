package io.dataflow.operator.cron;

import io.dataflow.api.model.type.WordType;
import io.dataflow.api.schedule.Trigger;
import io.dataflow.api.spec.status.RunStatus;
import io.dataflow.kubernetes.apply.KubernetesTypes;
import io.dataflow.operator.cron.run.CronName;
import io.dataflow.operator.workload.pod.RestrictedPod;
import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;

/// `dfc-<name>-<run>-trigger-<index>`: one pod of one trigger, which is never started again. It
/// gets neither the flow's Secrets nor a token.
final class TriggerJob {
  private TriggerJob() {}

  static Job of(CronJobInput cron, RunStatus run, int index) {
    var metadata = cron.workload().metadata(TriggerName.of(cron.name(), run.id(), index));
    var labels = labels(cron.name(), run, index);
    metadata.setLabels(labels);
    return new JobBuilder()
        .withMetadata(metadata)
        .withNewSpec()
        .withBackoffLimit(0)
        .withTemplate(pod(cron, run, index, labels))
        .endSpec()
        .build();
  }

  private static Map<String, String> labels(CronName cron, RunStatus run, int index) {
    var labels = new TreeMap<>(cron.step(String.valueOf(index)));
    labels.put(CronName.RUN_LABEL, run.id());
    return labels;
  }

  private static PodTemplateSpec pod(
      CronJobInput cron, RunStatus run, int index, Map<String, String> labels) {
    var flow = cron.spec().flow();
    return new PodTemplateSpecBuilder()
        .withNewMetadata()
        .withLabels(labels)
        .endMetadata()
        .withNewSpec()
        .withRestartPolicy("Never")
        .withAutomountServiceAccountToken(false)
        .withEnableServiceLinks(false)
        .withImagePullSecrets(
            KubernetesTypes.convert(flow.imagePullSecrets(), LocalObjectReference.class))
        .withNodeSelector(flow.nodeSelector().orElse(Map.of()))
        .withAffinity(
            flow.affinity().map(it -> KubernetesTypes.convert(it, Affinity.class)).orElse(null))
        .withTolerations(KubernetesTypes.convert(flow.tolerations(), Toleration.class))
        .withSecurityContext(RestrictedPod.pod(cron.workload().defaults()))
        .withContainers(container(cron, run, index))
        .endSpec()
        .build();
  }

  // The run's variables come first, so that a trigger's own may refer to them: $(DATAFLOW_RUN_ID).
  private static Container container(CronJobInput cron, RunStatus run, int index) {
    Trigger trigger = cron.triggers().get(index);
    var variables = new ArrayList<>(RunVariables.of(cron.name(), run, index));
    variables.addAll(KubernetesTypes.convert(trigger.env(), EnvVar.class));
    return new ContainerBuilder()
        .withName(trigger.name(index))
        .withImage(trigger.image())
        .withCommand(trigger.command())
        .withArgs(trigger.args())
        .withEnv(variables)
        .withEnvFrom(KubernetesTypes.convert(trigger.envFrom(), EnvFromSource.class))
        .withResources(
            trigger
                .resources()
                .map(it -> KubernetesTypes.convert(it, ResourceRequirements.class))
                .orElse(null))
        .withImagePullPolicy(trigger.imagePullPolicy().map(WordType::word).orElse(null))
        .withSecurityContext(RestrictedPod.container(false))
        .build();
  }
}
