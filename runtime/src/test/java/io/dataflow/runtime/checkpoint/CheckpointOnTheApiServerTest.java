package io.dataflow.runtime.checkpoint;

import static io.dataflow.runtime.checkpoint.Stores.position;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.runtime.cluster.Cluster;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.testbed.cluster.Clusters;
import io.dataflow.testbed.cluster.ControlPlane;
import io.dataflow.testbed.server.Await;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The ConfigMap on a real API server, with the token of a service account that may touch this one
/// object.
class CheckpointOnTheApiServerTest {
  @TempDir private Path folder;

  @Test
  void writesItsPositionAndKeepsWhatOthersWrite() throws Exception {
    var account = PodAccount.in(Clusters.shared(), folder).withConfigMap().withRole();
    try (var map = account.configMap()) {
      until("the role to count", map);
      write(map, "1");
      account.kubectl("label", "configmap", "df-orders-checkpoint", "team=shop").orThrow();
      account
          .kubectl(
              "patch", "configmap", "df-orders-checkpoint", "-p", "{\"data\":{\"note\":\"mine\"}}")
          .orThrow();
      write(map, "12345678901234567890.0010");
      assertThat(account.text("checkpoint.json"))
          .isEqualTo("{\"postgresql\":{\"lastReadOrderByValue\":12345678901234567890.0010}}");
      assertThat(account.text("note")).isEqualTo("mine");
      new Resets(map).perform("postgresql", Optional.of("7"));
      assertThat(account.text("checkpoint.json")).isEqualTo("{}");
      assertThat(account.text("reset")).isEqualTo("7");
    }
  }

  @Test
  void noticesAnotherProcessor() throws Exception {
    var account = PodAccount.in(Clusters.shared(), folder).withConfigMap().withRole();
    try (var map = account.configMap();
        var other = account.configMap()) {
      until("the role to count", map);
      other.read();
      write(other, "1");
      assertThatThrownBy(() -> write(map, "2"))
          .isInstanceOf(FlowException.class)
          .hasMessageContaining("somebody else has changed the position");
      assertThat(account.text("checkpoint.json")).contains(":1}");
    }
  }

  @Test
  void mayTouchNoOtherObject() throws Exception {
    var account = PodAccount.in(Clusters.shared(), folder).withConfigMap().withRole();
    try (var map = account.configMap()) {
      until("the role to count", map);
    }
    var cluster =
        new Cluster(URI.create(account.plane().url()), account.token(), account.plane().caFile());
    try (var other =
        new CheckpointConfigMap(cluster, account.namespace(), "df-others-checkpoint")) {
      assertThatThrownBy(other::read)
          .isInstanceOf(UnavailableException.class)
          .hasMessageContaining("this pod may not get it");
    }
  }

  @Test
  void saysWhatIsMissingUntilItIsThere() throws Exception {
    var account = PodAccount.in(Clusters.shared(), folder);
    try (var map = account.configMap()) {
      assertThatThrownBy(map::read).hasMessageContaining("this pod may not get it");
      account.withRole();
      Await.until("not found", Stores.LIMIT, () -> words(map).contains("it is not there"));
      account.withConfigMap();
      map.read();
      write(map, "1");
    }
    assertThat(account.text("checkpoint.json")).contains(":1}");
  }

  @Test
  void writesWhenTheServerIsBack() throws Exception {
    try (var plane = ControlPlane.start()) {
      var account = PodAccount.in(plane, folder).withConfigMap().withRole();
      var heard = new Heard();
      var map = account.configMap();
      until("the role to count", map);
      try (var store = Stores.open(map, Stores.AT_ONCE, heard, Optional.empty())) {
        store.save("postgresql", position("1"));
        plane.apiServer().kill();
        store.save("postgresql", position("2"));
        assertThat(heard.unsaved).singleElement().asString().contains("cannot be reached");
        plane.apiServer().start();
        Await.until("a save", Stores.LIMIT, () -> heard.saved.get() == 1);
      }
      assertThat(account.text("checkpoint.json")).contains(":2}");
    }
  }

  private static void until(String what, CheckpointConfigMap map) {
    Await.until(what, Stores.LIMIT, () -> map.read() != null);
  }

  private static String words(CheckpointConfigMap map) {
    try {
      return map.read().toString();
    } catch (UnavailableException e) {
      return e.getMessage();
    }
  }

  private static void write(CheckpointConfigMap map, String key) throws UnavailableException {
    map.write(Change.of(Map.of("postgresql", Optional.of(position(key)))));
  }
}
