package io.dataflow.kubernetes.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Which changes have the owner reconciled.
class UpdateFiltersTest {
  private static final CacheTransforms TRANSFORMS = new CacheTransforms(_ -> false, _ -> Map.of());

  private static final Deployment DEPLOYMENT =
      TRANSFORMS.trim(
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
  void aPodThatRunsPassesAndAPodThatOnlyHasAnotherVersionDoesNot() {
    assertThat(
            UpdateFilters.of(POD.edit().editStatus().withPhase("Running").endStatus().build(), POD))
        .isTrue();
    assertThat(
            UpdateFilters.of(
                POD.edit().editMetadata().withResourceVersion("6").endMetadata().build(), POD))
        .isFalse();
  }

  @Test
  void anObjectThatIsBeingDeletedPasses() {
    var going =
        POD.edit().editMetadata().withDeletionTimestamp("2026-01-01T00:00:00Z").endMetadata();
    assertThat(UpdateFilters.of(going.build(), POD)).isTrue();
  }

  @Test
  void aDeploymentPassesWhenItsPodsHaveChanged() {
    var ready = DEPLOYMENT.edit().editStatus().withReadyReplicas(1).endStatus().build();
    assertThat(UpdateFilters.of(ready, DEPLOYMENT)).isTrue();
    var updated = DEPLOYMENT.edit().editStatus().withUpdatedReplicas(1).endStatus().build();
    assertThat(UpdateFilters.of(updated, DEPLOYMENT)).isTrue();
    var observed = DEPLOYMENT.edit().editStatus().withObservedGeneration(1L).endStatus().build();
    assertThat(UpdateFilters.of(observed, DEPLOYMENT)).isTrue();
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
    assertThat(UpdateFilters.of(noted, DEPLOYMENT)).isFalse();
  }

  @Test
  void aDeploymentPassesWhenTheClusterRefusesItsPods() {
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
    assertThat(UpdateFilters.of(refused, DEPLOYMENT)).isTrue();
  }

  @Test
  void whatSomebodyChangedPassesThoughOnlyItsHashIsKept() {
    var map = new ConfigMapBuilder().withNewMetadata().withName("df-orders-spec").endMetadata();
    var before = TRANSFORMS.trim(map.withData(Map.of("spec.json", "{}")).build());
    var same = TRANSFORMS.trim(map.withData(Map.of("spec.json", "{}")).build());
    var other = TRANSFORMS.trim(map.withData(Map.of("spec.json", "{ }")).build());
    assertThat(UpdateFilters.of(same, before)).isFalse();
    assertThat(UpdateFilters.of(other, before)).isTrue();
  }
}
