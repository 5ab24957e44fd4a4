package io.dataflow.operator.child;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Which changes have a flow looked at again.
class NewsTest {
  private static final Deployment DEPLOYMENT =
      Trimmed.child(
          new DeploymentBuilder()
              .withNewMetadata()
              .withName("df-orders")
              .withUid("1")
              .withGeneration(1L)
              .withResourceVersion("5")
              .endMetadata()
              .withNewSpec()
              .withReplicas(1)
              .endSpec()
              .withNewStatus()
              .withReplicas(1)
              .endStatus()
              .build());

  private static final Pod POD =
      new PodBuilder()
          .withNewMetadata()
          .withName("df-orders-1")
          .withResourceVersion("5")
          .endMetadata()
          .withNewStatus()
          .withPhase("Pending")
          .endStatus()
          .build();

  @Test
  void aPodThatRunsIsNewsAndAPodThatOnlyHasAnotherVersionIsNot() {
    assertThat(News.of(POD.edit().editStatus().withPhase("Running").endStatus().build(), POD))
        .isTrue();
    assertThat(
            News.of(POD.edit().editMetadata().withResourceVersion("6").endMetadata().build(), POD))
        .isFalse();
  }

  @Test
  void anObjectThatIsOnItsWayOutIsNews() {
    var going =
        POD.edit().editMetadata().withDeletionTimestamp("2026-01-01T00:00:00Z").endMetadata();
    assertThat(News.of(going.build(), POD)).isTrue();
  }

  @Test
  void aDeploymentIsNewsWhenItsPodsAre() {
    var ready = DEPLOYMENT.edit().editStatus().withReadyReplicas(1).endStatus().build();
    assertThat(News.of(ready, DEPLOYMENT)).isTrue();
    var updated = DEPLOYMENT.edit().editStatus().withUpdatedReplicas(1).endStatus().build();
    assertThat(News.of(updated, DEPLOYMENT)).isTrue();
    var observed = DEPLOYMENT.edit().editStatus().withObservedGeneration(1L).endStatus().build();
    assertThat(News.of(observed, DEPLOYMENT)).isTrue();
    var noted =
        DEPLOYMENT
            .edit()
            .editStatus()
            .addNewCondition()
            .withType("Progressing")
            .withStatus("True")
            .endCondition()
            .endStatus()
            .build();
    assertThat(News.of(noted, DEPLOYMENT)).isFalse();
  }

  @Test
  void aDeploymentIsNewsWhenTheClusterRefusesItsPods() {
    var refused =
        DEPLOYMENT
            .edit()
            .editStatus()
            .addNewCondition()
            .withType("ReplicaFailure")
            .withStatus("True")
            .withMessage("exceeded quota")
            .endCondition()
            .endStatus()
            .build();
    assertThat(News.of(refused, DEPLOYMENT)).isTrue();
  }

  @Test
  void whatSomebodyChangedIsNewsThoughOnlyItsFingerprintIsKept() {
    var map = new ConfigMapBuilder().withNewMetadata().withName("df-orders-spec").endMetadata();
    var before = Trimmed.child(map.withData(Map.of("spec.json", "{}")).build());
    var same = Trimmed.child(map.withData(Map.of("spec.json", "{}")).build());
    var other = Trimmed.child(map.withData(Map.of("spec.json", "{ }")).build());
    assertThat(News.of(same, before)).isFalse();
    assertThat(News.of(other, before)).isTrue();
  }
}
