package io.dataflow.kubernetes.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.kubernetes.cache.CacheTransforms;
import io.dataflow.kubernetes.failure.ApplyException;
import io.dataflow.testbed.cluster.Clusters;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Owned ConfigMaps on the real API server; what the cache holds is what was written last.
class ServerSideApplierTest {
  private static final String LABEL = "owned";

  private final String namespace = Clusters.freshNamespace();
  private final KubernetesClient client = Clusters.shared().newClient();
  private final AtomicReference<HasMetadata> cached = new AtomicReference<>();
  private final ServerSideApplier applier =
      new ServerSideApplier(
          client,
          "test",
          it -> it.getMetadata().getLabels().containsKey(LABEL),
          new CacheTransforms(_ -> false, _ -> Map.of()),
          cached::set);

  @AfterEach
  void close() {
    client.close();
  }

  private ConfigMap owned(String owner, String value) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withNamespace(namespace)
        .withName("settings")
        .addToLabels(LABEL, "true")
        .addNewOwnerReference()
        .withApiVersion("v1")
        .withKind("ConfigMap")
        .withName(owner)
        .withUid(uid(owner))
        .endOwnerReference()
        .endMetadata()
        .withData(Map.of("key", value))
        .build();
  }

  private String uid(String owner) {
    var map =
        new ConfigMapBuilder()
            .withNewMetadata()
            .withNamespace(namespace)
            .withName(owner)
            .endMetadata()
            .build();
    return client.resource(map).serverSideApply().getMetadata().getUid();
  }

  private ApplyResult apply(ConfigMap wanted) {
    return applier.apply(wanted, Optional.ofNullable(cached.get()));
  }

  private ConfigMap there() {
    return client.configMaps().inNamespace(namespace).withName("settings").get();
  }

  @Test
  void writesWhatIsNotAsItShouldBeAndNothingElse() {
    assertThat(apply(owned("one", "a"))).isEqualTo(ApplyResult.CREATED);
    var version = there().getMetadata().getResourceVersion();
    assertThat(apply(owned("one", "a"))).isEqualTo(ApplyResult.UNCHANGED);
    assertThat(there().getMetadata().getResourceVersion()).isEqualTo(version);
    assertThat(apply(owned("one", "b"))).isEqualTo(ApplyResult.UPDATED);
    assertThat(there().getData()).containsEntry("key", "b");
    assertThat(((ConfigMap) cached.get()).getData()).isNullOrEmpty();
  }

  @Test
  void anObjectThatTheCacheDoesNotHaveYetIsAConflict() {
    apply(owned("one", "a"));
    assertThat(applier.apply(owned("one", "b"), Optional.empty())).isEqualTo(ApplyResult.CONFLICT);
    assertThat(there().getData()).containsEntry("key", "a");
  }

  @Test
  void anObjectOfSomebodyElseIsLeftAloneAndNotDeleted() {
    apply(owned("one", "a"));
    cached.set(null);
    assertThatThrownBy(() -> apply(owned("two", "b")))
        .isInstanceOf(ApplyException.class)
        .hasMessage(
            "ConfigMap `settings` is there already and belongs to somebody else. It was left as it"
                + " is: remove it, or give the ConfigMap another name.");
    assertThat(applier.delete(owned("two", "b"), uid("two"))).isFalse();
    assertThat(there().getData()).containsEntry("key", "a");
    assertThat(applier.delete(owned("one", "a"), uid("one"))).isTrue();
    assertThat(there()).isNull();
  }
}
