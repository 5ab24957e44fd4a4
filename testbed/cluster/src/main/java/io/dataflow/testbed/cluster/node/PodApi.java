package io.dataflow.testbed.cluster.node;

import io.fabric8.kubernetes.api.model.BindingBuilder;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// What a kubelet asks of the API server. What it has to say it says again until it is heard, or
/// until the pod is gone, or until this is closed.
public final class PodApi implements AutoCloseable {
  private static final Duration AGAIN = Duration.ofMillis(300);
  private static final long TOKEN_SECONDS = 3607;
  private static final PatchContext MERGE =
      new PatchContext.Builder().withPatchType(PatchType.JSON_MERGE).build();

  private final KubernetesClient client;
  private final CountDownLatch closed = new CountDownLatch(1);

  public PodApi(KubernetesClient client) {
    this.client = client;
  }

  KubernetesClient client() {
    return client;
  }

  /// Gives a pod to a node, as the scheduler does.
  public void bind(Pod pod, String node) {
    var data = pod.getMetadata();
    var binding =
        new BindingBuilder()
            .withNewMetadata()
            .withName(data.getName())
            .withNamespace(data.getNamespace())
            .withUid(data.getUid())
            .endMetadata()
            .withNewTarget()
            .withKind("Node")
            .withName(node)
            .endTarget()
            .build();
    untilHeard(
        pod, () -> client.bindings().inNamespace(data.getNamespace()).resource(binding).create());
  }

  /// Writes a pod's status, again until it is heard or the pod is gone.
  public void writeStatus(Pod pod, PodStatus status) {
    var data = pod.getMetadata();
    var patch =
        "{\"metadata\":{\"uid\":\"%s\"},\"status\":%s}"
            .formatted(data.getUid(), Serialization.asJson(status));
    untilHeard(
        pod,
        () ->
            client
                .pods()
                .inNamespace(data.getNamespace())
                .withName(data.getName())
                .subresource("status")
                .patch(MERGE, patch));
  }

  /// Says that nothing of the pod runs any more, so that the object goes away.
  public void remove(Pod pod) {
    var data = pod.getMetadata();
    untilHeard(
        pod,
        () -> {
          if (isThere(pod)) {
            client
                .pods()
                .inNamespace(data.getNamespace())
                .withName(data.getName())
                .withPropagationPolicy(DeletionPropagation.BACKGROUND)
                .withGracePeriod(0)
                .delete();
          }
        });
  }

  /// A ConfigMap of the pod's namespace.
  public Optional<ConfigMap> configMap(String namespace, String name) {
    return Optional.ofNullable(client.configMaps().inNamespace(namespace).withName(name).get());
  }

  /// A Secret of the pod's namespace.
  public Optional<Secret> secret(String namespace, String name) {
    return Optional.ofNullable(client.secrets().inNamespace(namespace).withName(name).get());
  }

  /// A token of the pod's service account that is worth nothing when the pod is gone.
  String token(PodContext pod, List<String> audiences) {
    var request =
        new TokenRequestBuilder()
            .withNewSpec()
            .withAudiences(audiences)
            .withExpirationSeconds(TOKEN_SECONDS)
            .withNewBoundObjectRef()
            .withApiVersion("v1")
            .withKind("Pod")
            .withName(pod.name())
            .withUid(pod.uid())
            .endBoundObjectRef()
            .endSpec()
            .build();
    return client
        .serviceAccounts()
        .inNamespace(pod.namespace())
        .withName(pod.serviceAccount())
        .tokenRequest(request)
        .getStatus()
        .getToken();
  }

  private void untilHeard(Pod pod, Runnable words) {
    while (closed.getCount() > 0) {
      try {
        words.run();
        return;
      } catch (KubernetesClientException failure) {
        if (isOver(pod, failure)) {
          return;
        }
      }
      if (pause()) {
        return;
      }
    }
  }

  /// A conflict may mean another pod of the same name, or only somebody who wrote at the same time.
  private boolean isOver(Pod pod, KubernetesClientException failure) {
    return switch (failure.getCode()) {
      case HttpURLConnection.HTTP_NOT_FOUND -> true;
      case HttpURLConnection.HTTP_CONFLICT -> !isThere(pod) || isBound(pod);
      case HttpURLConnection.HTTP_BAD_REQUEST, HttpURLConnection.HTTP_FORBIDDEN, 422 ->
          throw failure;
      default -> false;
    };
  }

  private boolean isThere(Pod pod) {
    return now(pod)
        .map(current -> current.getMetadata().getUid().equals(pod.getMetadata().getUid()))
        .orElse(false);
  }

  /// Somebody else was faster with a pod that had no node.
  private boolean isBound(Pod pod) {
    return pod.getSpec().getNodeName() == null
        && now(pod).map(current -> current.getSpec().getNodeName() != null).orElse(true);
  }

  private Optional<Pod> now(Pod pod) {
    var data = pod.getMetadata();
    return Optional.ofNullable(
        client.pods().inNamespace(data.getNamespace()).withName(data.getName()).get());
  }

  private boolean pause() {
    try {
      return closed.await(AGAIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
