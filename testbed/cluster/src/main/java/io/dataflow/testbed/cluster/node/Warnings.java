package io.dataflow.testbed.cluster.node;

import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The events with which a kubelet says why something does not go on; each is said once.
public final class Warnings {
  private final KubernetesClient client;
  private final Set<String> said = ConcurrentHashMap.newKeySet();

  public Warnings(KubernetesClient client) {
    this.client = client;
  }

  /// Returns at once; an event that cannot be written is lost, as on a real cluster.
  public void warn(HasMetadata about, String reason, String message) {
    if (said.add(about.getMetadata().getUid() + reason + message)) {
      Thread.startVirtualThread(() -> write(about, reason, message));
    }
  }

  private void write(HasMetadata about, String reason, String message) {
    var data = about.getMetadata();
    var now = ContainerHistory.now();
    var event =
        new EventBuilder()
            .withNewMetadata()
            .withGenerateName(data.getName() + ".")
            .withNamespace(data.getNamespace())
            .endMetadata()
            .withNewInvolvedObject()
            .withApiVersion(about.getApiVersion())
            .withKind(about.getKind())
            .withNamespace(data.getNamespace())
            .withName(data.getName())
            .withUid(data.getUid())
            .endInvolvedObject()
            .withType("Warning")
            .withReason(reason)
            .withMessage(message)
            .withNewSource("kubelet", "fake")
            .withFirstTimestamp(now)
            .withLastTimestamp(now)
            .withCount(1)
            .build();
    try {
      client.resource(event).create();
    } catch (KubernetesClientException lost) {
      return;
    }
  }
}
