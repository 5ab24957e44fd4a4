package io.dataflow.operator.webhook;

import io.dataflow.api.model.problem.Problem;
import io.dataflow.api.spec.DataFlow;
import io.dataflow.api.spec.Manifest;
import java.util.List;

/// What is said about a request: nothing, or what is wrong with the flow.
sealed interface AdmissionDecision {
  /// The object may be stored as it is.
  record Allowed() implements AdmissionDecision {}

  /// The object was reviewed; it may be stored when none of the problems is an error.
  record Reviewed(List<Problem> problems) implements AdmissionDecision {
    List<Problem> errors() {
      return problems.stream().filter(Problem::isError).toList();
    }

    List<Problem> warnings() {
      return problems.stream().filter(problem -> !problem.isError()).toList();
    }
  }

  /// Not for this webhook.
  record UnsupportedKind(String kind) implements AdmissionDecision {}

  /// What becomes of the request. A flow whose spec has become invalid, for example with a newer
  /// operator, must still get rid of its finalizers: what leaves the spec alone is never refused.
  static AdmissionDecision on(AdmissionRequest request) {
    boolean writes = request.operation().equals("CREATE") || request.operation().equals("UPDATE");
    if (!writes || !request.subresource().isEmpty()) {
      return new Allowed();
    }
    if (!request.kind().startsWith(DataFlow.KIND)) {
      return new UnsupportedKind(request.kind());
    }
    var metadata = request.object().path("metadata");
    boolean leaves = metadata.hasNonNull("deletionTimestamp");
    boolean same =
        request.operation().equals("UPDATE")
            && request.object().path("spec").equals(request.before().path("spec"));
    return leaves || same
        ? new Allowed()
        : new Reviewed(Manifest.parse(ManifestText.of(request.object())).problems());
  }
}
