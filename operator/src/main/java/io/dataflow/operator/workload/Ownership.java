package io.dataflow.operator.workload;

import io.dataflow.kubernetes.apply.ServerSideApplier;
import io.dataflow.kubernetes.cache.CacheTransforms;
import io.dataflow.kubernetes.event.EventRecorder;
import io.dataflow.operator.secret.HashKey;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.util.function.Consumer;

/// How the operator owns the resources of flows: who is noted as their writer, how they are
/// watched, and what is kept of them in memory.
public final class Ownership {
  /// Who the API server notes as the writer.
  public static final String FIELD_MANAGER = "dataflow-operator";

  /// Processors save their positions in a ConfigMap, and of a Secret only the key of its hashes is
  /// needed.
  public static final CacheTransforms CACHE =
      new CacheTransforms(
          it -> it instanceof ConfigMap && ResourceNames.isCheckpoint(it.getMetadata().getName()),
          HashKey::entryOf);

  /// The documented name of who reports events.
  private static final String COMPONENT = "dataflow-controller";

  private Ownership() {}

  /// Applies what flows own.
  ///
  /// @param written receives each object as the API server has stored it, trimmed
  public static ServerSideApplier applier(KubernetesClient client, Consumer<HasMetadata> written) {
    return new ServerSideApplier(client, FIELD_MANAGER, FlowName::isOwned, CACHE, written);
  }

  /// Records what happens to flows.
  public static EventRecorder events(KubernetesClient client, Clock clock) {
    return new EventRecorder(client, COMPONENT, FIELD_MANAGER, clock);
  }
}
