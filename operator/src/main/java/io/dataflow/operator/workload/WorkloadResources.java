package io.dataflow.operator.workload;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import java.util.ArrayList;
import java.util.List;

/// What processors need beside them, in the order in which it is applied (`docs/lifecycle.md`).
///
/// @param secrets the Secret with the values and the key of their hashes, when there are any
/// @param spec the ConfigMap with `spec.json`
/// @param checkpoint where positions are kept and who may do that; empty when nothing is kept
public record WorkloadResources(
    List<HasMetadata> secrets, List<HasMetadata> spec, List<HasMetadata> checkpoint) {

  /// What a workload should have.
  public static WorkloadResources of(Workload flow) {
    return new WorkloadResources(
        flow.secrets().isEmpty() ? List.of() : List.of(ProcessorSecret.of(flow)),
        List.of(SpecConfigMap.of(flow)),
        flow.spec().checkpointPersistence()
            ? List.of(
                CheckpointConfigMap.of(flow),
                ProcessorServiceAccount.of(flow),
                ProcessorRole.of(flow),
                ProcessorRoleBinding.of(flow))
            : List.of());
  }

  /// Those that a workload like this must not have any more: what it does not reference is not kept
  /// for it, nor rights that it does not use. The position stays, should somebody want it again.
  public static List<HasMetadata> unwanted(Workload flow) {
    var wanted = of(flow);
    var unwanted = new ArrayList<HasMetadata>();
    if (wanted.secrets().isEmpty()) {
      unwanted.add(secret(flow.name()));
    }
    if (wanted.checkpoint().isEmpty()) {
      unwanted.addAll(rights(flow.name()));
    }
    return unwanted;
  }

  /// All that there may be, in the order in which it is taken away.
  public static List<HasMetadata> all(ResourceNames name) {
    var all = new ArrayList<HasMetadata>();
    all.add(named(new ConfigMap(), name, name.spec()));
    all.add(secret(name));
    all.add(named(new ConfigMap(), name, name.checkpoint()));
    all.addAll(rights(name));
    return all;
  }

  private static List<HasMetadata> rights(ResourceNames name) {
    return List.of(
        named(new RoleBinding(), name, name.processor()),
        named(new Role(), name, name.processor()),
        named(new ServiceAccount(), name, name.processor()));
  }

  /// The Secret, of which only the name is known.
  public static Secret secret(ResourceNames flow) {
    return named(new Secret(), flow, flow.secrets());
  }

  /// An object of which only the name is known.
  public static <R extends HasMetadata> R named(R object, ResourceNames flow, String name) {
    object.setMetadata(
        new ObjectMetaBuilder().withNamespace(flow.namespace()).withName(name).build());
    return object;
  }
}
