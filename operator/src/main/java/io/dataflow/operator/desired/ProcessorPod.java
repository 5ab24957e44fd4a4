package io.dataflow.operator.desired;

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
import java.util.TreeMap;

/// The pods of a flow's Deployment (`docs/lifecycle.md`), as restricted as Kubernetes knows it.
final class ProcessorPod {
  private static final String HASH = "dataflow.dataflow.io/spec-hash";

  /// Any user but root: images name none of their own for certain.
  private static final long USER = 65532;

  private ProcessorPod() {}

  static PodTemplateSpec of(FlowInput flow) {
    var spec = flow.spec();
    var labels = new TreeMap<>(flow.name().labels());
    labels.putAll(flow.name().selector());
    return new PodTemplateSpecBuilder()
        .withNewMetadata()
        .withLabels(labels)
        .withAnnotations(Map.of(HASH, SpecHash.of(flow)))
        .endMetadata()
        .withNewSpec()
        .withServiceAccountName(spec.checkpointPersistence() ? flow.name().processor() : "default")
        .withAutomountServiceAccountToken(flow.keepsPosition())
        .withEnableServiceLinks(false)
        .withTerminationGracePeriodSeconds((long) spec.terminationGracePeriodSeconds())
        .withImagePullSecrets(
            Kubernetes.convert(spec.imagePullSecrets(), LocalObjectReference.class))
        .withNodeSelector(spec.nodeSelector().orElse(Map.of()))
        .withAffinity(
            spec.affinity().map(it -> Kubernetes.convert(it, Affinity.class)).orElse(null))
        .withTolerations(Kubernetes.convert(spec.tolerations(), Toleration.class))
        .withNewSecurityContext()
        .withRunAsNonRoot(true)
        .withRunAsUser(USER)
        .withRunAsGroup(USER)
        .withFsGroup(USER)
        .withNewSeccompProfile()
        .withType("RuntimeDefault")
        .endSeccompProfile()
        .endSecurityContext()
        .withContainers(ProcessorContainer.of(flow))
        .withVolumes(volumes(flow))
        .endSpec()
        .build();
  }

  private static List<Volume> volumes(FlowInput flow) {
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
    volumes.add(new VolumeBuilder().withName("tmp").withNewEmptyDir().endEmptyDir().build());
    return volumes;
  }
}
