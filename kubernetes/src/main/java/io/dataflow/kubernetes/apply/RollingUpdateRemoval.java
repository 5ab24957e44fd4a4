package io.dataflow.kubernetes.apply;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.Optional;

/// `spec.strategy.rollingUpdate` of a Deployment that is to be recreated from now on. The API
/// server fills the block in by itself, nobody owns it, and so server-side apply never takes it
/// away; beside `type: Recreate` it is then refused
/// (https://github.com/kubernetes/kubernetes/issues/24198).
final class RollingUpdateRemoval {
  private static final String REMOVAL =
      """
      {"spec":{"strategy":{"type":"Recreate","rollingUpdate":null}}}\
      """;

  private RollingUpdateRemoval() {}

  /// Takes the block away when it is there and must not be. No pod is replaced by that.
  ///
  /// @param wanted as it is to be; gets the new version of what is there
  /// @return whether anything was changed, so that the wanted one may be taken now
  static boolean isRemoved(Deployment wanted, KubernetesClient client, String fieldManager) {
    if (!"Recreate".equals(wanted.getSpec().getStrategy().getType())) {
      return false;
    }
    var patched =
        Optional.ofNullable(client.resource(wanted).get())
            .filter(there -> there.getSpec().getStrategy().getRollingUpdate() != null)
            .map(there -> remove(there, client, fieldManager));
    patched.ifPresent(
        now -> wanted.getMetadata().setResourceVersion(now.getMetadata().getResourceVersion()));
    return patched.isPresent();
  }

  private static Deployment remove(Deployment there, KubernetesClient client, String fieldManager) {
    var context =
        new PatchContext.Builder()
            .withPatchType(PatchType.JSON_MERGE)
            .withFieldManager(fieldManager)
            .build();
    return client.resource(there).patch(context, REMOVAL);
  }
}
