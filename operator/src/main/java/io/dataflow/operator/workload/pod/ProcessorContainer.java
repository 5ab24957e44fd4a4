package io.dataflow.operator.workload.pod;

import io.dataflow.api.spec.FlowKind;
import io.dataflow.kubernetes.apply.KubernetesTypes;
import io.dataflow.operator.workload.Lifetime;
import io.dataflow.operator.workload.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The one container of a processor's pod (`docs/lifecycle.md`).
final class ProcessorContainer {
  /// Port of probes, status and metrics.
  private static final int PORT = 9090;

  private static final String RESET = "CHECKPOINT_RESET";

  private static final String SECRETS = "/etc/dataflow-secrets";

  private static final String TEMPLATES = "/etc/dataflow-templates";

  private ProcessorContainer() {}

  // No `preStop`: nothing routes traffic to a processor that would have to be drained first, and
  // the documented one needs a shell in the image.
  static Container of(Workload flow) {
    return new ContainerBuilder()
        .withName("processor")
        .withImage(ProcessorImage.of(flow.spec(), flow.defaults()))
        .withCommand(command(flow))
        .withEnv(environment(flow))
        .addNewPort()
        .withName("metrics")
        .withContainerPort(PORT)
        .withProtocol("TCP")
        .endPort()
        .withStartupProbe(probe("/readyz", 10, 120))
        .withLivenessProbe(probe("/livez", 30, 3))
        .withResources(resources(flow))
        .withVolumeMounts(mounts(flow))
        .withSecurityContext(RestrictedPod.container(true))
        .build();
  }

  private static List<String> command(Workload flow) {
    var words = new ArrayList<String>();
    words.add("/processor");
    words.add("--spec-path=/etc/dataflow/spec.json");
    words.add("--namespace=" + flow.name().namespace());
    words.add("--name=" + flow.name().name());
    if (hasSecrets(flow)) {
      words.add("--secrets-path=" + SECRETS);
    }
    if (!flow.spec().templates().isEmpty()) {
      words.add("--templates-path=" + TEMPLATES);
    }
    if (flow.lifetime() == Lifetime.UNTIL_EXHAUSTED) {
      words.add("--kind=" + FlowKind.DATA_FLOW_CRON.kind());
      words.add("--until-exhausted");
    }
    return words;
  }

  static boolean hasSecrets(Workload flow) {
    return !flow.secrets().isEmpty() && !flow.defaults().inlineSecrets();
  }

  private static List<EnvVar> environment(Workload flow) {
    var variables = new TreeMap<>(flow.defaults().environment());
    flow.resetToken().ifPresent(token -> variables.put(RESET, token));
    return variables.entrySet().stream()
        .map(it -> new EnvVarBuilder().withName(it.getKey()).withValue(it.getValue()).build())
        .toList();
  }

  private static Probe probe(String path, int period, int failures) {
    return new ProbeBuilder()
        .withNewHttpGet()
        .withPath(path)
        .withNewPort("metrics")
        .endHttpGet()
        .withPeriodSeconds(period)
        .withTimeoutSeconds(5)
        .withFailureThreshold(failures)
        .build();
  }

  private static ResourceRequirements resources(Workload flow) {
    return flow.spec()
        .resources()
        .map(written -> KubernetesTypes.convert(written, ResourceRequirements.class))
        .orElseGet(
            () ->
                new ResourceRequirementsBuilder()
                    .withRequests(quantities("100m", "128Mi"))
                    .withLimits(quantities("500m", "512Mi"))
                    .build());
  }

  private static Map<String, Quantity> quantities(String cpu, String memory) {
    return Map.of("cpu", new Quantity(cpu), "memory", new Quantity(memory));
  }

  private static List<VolumeMount> mounts(Workload flow) {
    var mounts = new ArrayList<VolumeMount>();
    mounts.add(readOnly("spec", "/etc/dataflow"));
    if (hasSecrets(flow)) {
      mounts.add(readOnly("secrets", SECRETS));
    }
    for (int i = 0; i < flow.spec().templates().size(); i++) {
      mounts.add(readOnly("templates-" + i, TEMPLATES + "/" + i));
    }
    mounts.add(new VolumeMountBuilder().withName("tmp").withMountPath("/tmp").build());
    return mounts;
  }

  private static VolumeMount readOnly(String name, String path) {
    return new VolumeMountBuilder().withName(name).withMountPath(path).withReadOnly(true).build();
  }
}
