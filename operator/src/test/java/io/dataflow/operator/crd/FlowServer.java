package io.dataflow.operator.crd;

import io.dataflow.api.spec.DataFlowDefinition;
import io.dataflow.testbed.cluster.Clusters;
import io.dataflow.testbed.cluster.ControlPlane;
import io.dataflow.testbed.server.Await;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// The real API server with the chart's definition, asked as strictly as kubectl asks it.
final class FlowServer {
  static final ControlPlane PLANE = Clusters.shared();

  private static final String NAME = DataFlowDefinition.customResource().name();
  private static final String FLOWS =
      "/apis/dataflow.dataflow.io/v1/namespaces/default/dataflows?fieldValidation=Strict";

  static {
    PLANE.apply(definition());
    Await.until(
        "the API server to serve the new kind",
        Duration.ofSeconds(60),
        () -> PLANE.kubectl("get", "dataflows").succeeded());
  }

  private FlowServer() {}

  /// The definition as it lies in the chart.
  static String definition() {
    try {
      return Files.readString(Path.of("../helm/dataflow-operator/files", NAME + ".yaml"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// The JSON that the API server would have of a new object; throws with its words when it
  /// refuses.
  static String tried(Map<String, Object> object) {
    return PLANE.client().raw(FLOWS + "&dryRun=All", "POST", object);
  }

  /// Why the API server refuses a new object, with paths as we write them; empty when it does not.
  static Optional<String> refusal(Map<String, Object> object) {
    try {
      tried(object);
      return Optional.empty();
    } catch (KubernetesClientException refused) {
      var message = refused.getStatus().getMessage();
      return Optional.of(
          message.replaceAll("\\[([a-z]+)\\]", ".$1").replace("ObjectMeta.", "metadata."));
    }
  }
}
