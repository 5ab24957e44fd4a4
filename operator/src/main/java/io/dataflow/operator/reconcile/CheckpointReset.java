package io.dataflow.operator.reconcile;

import io.dataflow.operator.desired.ProcessorDeployment;
import io.dataflow.operator.resource.DataFlowResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.Optional;
import java.util.stream.Stream;

/// The one-shot reset of a checkpoint (contract 1.2 and 1.6): asked for by a flag or an annotation,
/// carried out by the next processor, and the asking then taken back.
///
/// A reset has a token, which every later pod of the flow bears too: a processor resets only when
/// it meets a token for the first time, and no pod is replaced because the asking was taken back.
record CheckpointReset(boolean asked, Optional<String> token) {
  private static final String ANNOTATION = "dataflow.dataflow.io/reset-checkpoint";

  /// Takes both ways of asking back; what is not there is not touched.
  private static final String UNASK =
      """
      {"metadata":{"annotations":{"%s":null}},"spec":{"checkpointReset":null}}\
      """
          .formatted(ANNOTATION);

  /// @param deployment as it was last seen
  static CheckpointReset of(
      DataFlowResource flow, Optional<? extends HasMetadata> deployment, KubernetesClient client) {
    boolean byFlag =
        Optional.ofNullable(flow.getSpec())
            .map(spec -> spec.path("checkpointReset").asBoolean(false))
            .orElse(false);
    boolean byAnnotation = flow.annotation(ANNOTATION).filter("true"::equals).isPresent();
    var metadata = flow.getMetadata();
    if (byFlag || byAnnotation) {
      // A status that is written meanwhile must not make another reset of the same asking.
      var token =
          byFlag ? "generation-" + metadata.getGeneration() : "annotation-" + since(flow, client);
      return new CheckpointReset(true, Optional.of(token));
    }
    return new CheckpointReset(
        false,
        deployment.flatMap(it -> Trimmed.annotation(it, ProcessorDeployment.RESET_ANNOTATION)));
  }

  /// When the annotation was written, as the API server notes it.
  private static String since(DataFlowResource flow, KubernetesClient client) {
    var fetched =
        FlowException.orThrow(
            "FailedGet", "Unable to fetch DataFlow", () -> client.resource(flow).get());
    return Stream.ofNullable(fetched)
        .flatMap(now -> now.getMetadata().getManagedFields().stream())
        .filter(entry -> entry.getFieldsV1() != null)
        .filter(entry -> entry.getFieldsV1().toString().contains("f:" + ANNOTATION))
        .map(entry -> String.valueOf(entry.getTime()))
        .findFirst()
        .orElse(String.valueOf(flow.getMetadata().getGeneration()));
  }

  void takeBack(DataFlowResource flow, KubernetesClient client) {
    FlowException.orThrow(
        "ResetFailed",
        "Unable to take back that a reset was asked for",
        () -> client.resource(flow).patch(PatchContext.of(PatchType.JSON_MERGE), UNASK));
  }
}
