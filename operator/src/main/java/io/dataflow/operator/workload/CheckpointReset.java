package io.dataflow.operator.workload;

import io.dataflow.kubernetes.cache.CacheTransforms;
import io.dataflow.kubernetes.failure.ApiServerException;
import io.dataflow.operator.resource.ManifestResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.Optional;

/// The one-shot reset of a checkpoint (`docs/lifecycle.md`): asked for by a flag or an annotation,
/// carried out by the next processor, and the asking then taken back.
///
/// A reset has a token, which every later pod of the flow bears too: a processor resets only when
/// it meets a token for the first time, and no pod is replaced because the asking was taken back.
public record CheckpointReset(boolean requested, Optional<String> token) {
  private static final String ANNOTATION = "dataflow.dataflow.io/reset-checkpoint";

  /// Takes both ways of asking back, and has the flow itself keep the token: what is known of the
  /// Deployment at that moment may be older.
  private static final String CLEAR_REQUEST =
      """
      {"metadata":{"annotations":{"%s":null,"%s":"%s"}},"spec":{"checkpointReset":null}}\
      """;

  /// What is asked for.
  ///
  /// @param deployment as it was last seen
  public static CheckpointReset of(
      ManifestResource flow, Optional<? extends HasMetadata> deployment, KubernetesClient client) {
    // What is remembered of the flow may be older than the last taking back, and nothing that was
    // asked for once may be heard twice.
    var now = isRequested(flow) ? fetch(flow, client) : flow;
    var done =
        now.annotation(Workload.RESET_ANNOTATION)
            .or(
                () ->
                    deployment.flatMap(
                        it -> CacheTransforms.annotation(it, Workload.RESET_ANNOTATION)));
    boolean requested = isRequested(now);
    return new CheckpointReset(requested, requested ? Optional.of(newToken(now)) : done);
  }

  private static ManifestResource fetch(ManifestResource flow, KubernetesClient client) {
    var fetched = ApiServerException.getOrThrow(flow.getKind(), () -> client.resource(flow).get());
    return Optional.ofNullable(fetched).orElse(flow);
  }

  private static boolean isRequested(ManifestResource flow) {
    return byFlag(flow) || flow.annotation(ANNOTATION).filter("true"::equals).isPresent();
  }

  private static boolean byFlag(ManifestResource flow) {
    return Optional.ofNullable(flow.getSpec())
        .map(spec -> spec.path("checkpointReset").asBoolean(false))
        .orElse(false);
  }

  // The same for as long as it is the same asking: a status that is written meanwhile must not make
  // another one of it. And never that of another flow, of which this one may be a copy.
  private static String newToken(ManifestResource flow) {
    var metadata = flow.getMetadata();
    var asking =
        byFlag(flow) ? "generation-" + metadata.getGeneration() : "annotation-" + since(flow);
    return asking + "-" + metadata.getUid();
  }

  /// When the annotation was written, as the API server notes it.
  private static String since(ManifestResource flow) {
    return flow.getMetadata().getManagedFields().stream()
        .filter(entry -> entry.getFieldsV1() != null)
        .filter(entry -> entry.getFieldsV1().toString().contains("f:" + ANNOTATION))
        .map(entry -> String.valueOf(entry.getTime()))
        .findFirst()
        .orElse(String.valueOf(flow.getMetadata().getGeneration()));
  }

  /// Takes back that it was asked for, if it was, now that it will be done.
  public void clearRequest(ManifestResource flow, KubernetesClient client) {
    if (!requested) {
      return;
    }
    var patch = CLEAR_REQUEST.formatted(ANNOTATION, Workload.RESET_ANNOTATION, token.orElseThrow());
    ApiServerException.orThrow(
        "ResetFailed",
        "Unable to take back that a reset was asked for",
        () -> client.resource(flow).patch(PatchContext.of(PatchType.JSON_MERGE), patch));
  }
}
