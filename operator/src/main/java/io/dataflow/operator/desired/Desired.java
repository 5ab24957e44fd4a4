package io.dataflow.operator.desired;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import java.util.ArrayList;
import java.util.List;

/// The children of a flow, in the order in which they are made (`docs/lifecycle.md`).
///
/// @param secrets the Secret with the values, when there are any
/// @param checkpoint where positions are kept and who may do that; empty when nothing is kept
public record Desired(
    List<HasMetadata> secrets,
    HasMetadata spec,
    List<HasMetadata> checkpoint,
    Deployment deployment) {

  /// What a flow should have.
  public static Desired of(FlowInput flow) {
    boolean secretsApart = !flow.secrets().isEmpty() && !flow.defaults().inlineSecrets();
    return new Desired(
        secretsApart ? List.of(ProcessorSecret.of(flow)) : List.of(),
        SpecConfigMap.of(flow),
        flow.spec().checkpointPersistence()
            ? List.of(
                CheckpointConfigMap.of(flow),
                ProcessorServiceAccount.of(flow),
                ProcessorRole.of(flow),
                ProcessorRoleBinding.of(flow))
            : List.of(),
        ProcessorDeployment.of(flow));
  }

  /// Those that a flow like this must not have any more: what it does not reference is not kept for
  /// it, nor rights that it does not use. The position stays, should somebody want it again.
  public static List<HasMetadata> unwanted(FlowInput flow) {
    var wanted = of(flow);
    var unwanted = new ArrayList<HasMetadata>();
    if (wanted.secrets().isEmpty()) {
      unwanted.add(named(flow, new Secret(), flow.name().secrets()));
    }
    if (wanted.checkpoint().isEmpty()) {
      unwanted.add(named(flow, new RoleBinding(), flow.name().processor()));
      unwanted.add(named(flow, new Role(), flow.name().processor()));
      unwanted.add(named(flow, new ServiceAccount(), flow.name().processor()));
    }
    return unwanted;
  }

  private static HasMetadata named(FlowInput flow, HasMetadata object, String name) {
    object.setMetadata(flow.metadata(name));
    return object;
  }

  /// All of them.
  public List<HasMetadata> inOrder() {
    var all = new ArrayList<>(secrets);
    all.add(spec);
    all.addAll(checkpoint);
    all.add(deployment);
    return all;
  }
}
