package io.dataflow.operator.workload.pod;

import io.dataflow.kubernetes.apply.KubernetesTypes;
import io.dataflow.operator.workload.ProcessorSecret;
import io.dataflow.operator.workload.SpecHash;
import io.dataflow.operator.workload.Workload;
import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The pods of a flow (`docs/lifecycle.md`), as restricted as Kubernetes knows it.
public final class ProcessorPod {
  private static final String HASH = "dataflow.dataflow.io/spec-hash";

  private ProcessorPod() {}

  /// Their template.
  public static PodTemplateSpec of(Workload flow) {
    var spec = flow.spec();
    return new PodTemplateSpecBuilder()
        .withNewMetadata()
        .withLabels(flow.name().podLabels())
        .withAnnotations(Map.of(HASH, SpecHash.of(flow)))
        .endMetadata()
        .withNewSpec()
        .withServiceAccountName(spec.checkpointPersistence() ? flow.name().processor() : "default")
        .withAutomountServiceAccountToken(flow.keepsPosition())
        .withEnableServiceLinks(false)
        .withTerminationGracePeriodSeconds((long) spec.terminationGracePeriodSeconds())
        .withImagePullSecrets(
            KubernetesTypes.convert(spec.imagePullSecrets(), LocalObjectReference.class))
        .withNodeSelector(spec.nodeSelector().orElse(Map.of()))
        .withAffinity(
            spec.affinity().map(it -> KubernetesTypes.convert(it, Affinity.class)).orElse(null))
        .withTolerations(KubernetesTypes.convert(spec.tolerations(), Toleration.class))
        .withSecurityContext(RestrictedPod.pod(flow.defaults()))
        .withContainers(ProcessorContainer.of(flow))
        .withVolumes(volumes(flow))
        .endSpec()
        .build();
  }

  private static List<Volume> volumes(Workload flow) {
    var volumes = new ArrayList<Volume>();
    volumes.add(
        new VolumeBuilder()
            .withName("spec")
            .withNewConfigMap()
            .withName(flow.name().spec())
            .endConfigMap()
            .build());
    if (ProcessorContainer.hasSecrets(flow)) {
      volumes.add(
          new VolumeBuilder()
              .withName("secrets")
              .withNewSecret()
              .withSecretName(flow.name().secrets())
              .withItems(ProcessorSecret.items(flow))
              .withDefaultMode(0440)
              .endSecret()
              .build());
    }
    for (int i = 0; i < flow.spec().templates().size(); i++) {
      volumes.add(
          new VolumeBuilder()
              .withName("templates-" + i)
              .withNewConfigMap()
              .withName(flow.spec().templates().get(i))
              .endConfigMap()
              .build());
    }
    volumes.add(new VolumeBuilder().withName("tmp").withNewEmptyDir().endEmptyDir().build());
    return volumes;
  }
}
