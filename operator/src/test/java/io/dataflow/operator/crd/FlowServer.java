package io.dataflow.operator.crd;

import io.dataflow.api.model.crd.CustomResource;
import io.dataflow.api.spec.DataFlowCronDefinition;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The real API server with the chart's definition, asked as strictly as kubectl asks it.
final class FlowServer {
  static final ControlPlane PLANE = Clusters.shared();

  /// A flow, and one on a schedule.
  static final CustomResource FLOW = DataFlowDefinition.customResource();
  static final CustomResource CRON = DataFlowCronDefinition.customResource();

  private static final String OBJECTS =
      "/apis/dataflow.dataflow.io/v1/namespaces/default/%s?fieldValidation=Strict&dryRun=All";

  static {
    for (var kind : List.of(FLOW, CRON)) {
      PLANE.apply(definition(kind));
      Await.until(
          "the API server to serve the new kind",
          Duration.ofSeconds(60),
          () -> PLANE.kubectl("get", kind.names().plural()).succeeded());
    }
  }

  private FlowServer() {}

  /// The definition as it lies in the chart.
  static String definition(CustomResource kind) {
    try {
      return Files.readString(Path.of("../helm/dataflow-operator/files", kind.name() + ".yaml"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// The JSON that the API server would have of a new object; throws with its words when it
  /// refuses.
  static String tried(Map<String, Object> object) {
    var kind = CRON.names().kind().equals(object.get("kind")) ? CRON : FLOW;
    return PLANE.client().raw(OBJECTS.formatted(kind.names().plural()), "POST", object);
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
