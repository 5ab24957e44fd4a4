package io.dataflow.operator.webhook;

import io.dataflow.api.model.problem.Problem;
import io.dataflow.api.spec.DataFlow;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.api.model.StatusCause;
import io.fabric8.kubernetes.api.model.StatusCauseBuilder;
import io.fabric8.kubernetes.api.model.admission.v1.AdmissionResponse;
import io.fabric8.kubernetes.api.model.admission.v1.AdmissionResponseBuilder;
import io.fabric8.kubernetes.api.model.admission.v1.AdmissionReview;
import io.fabric8.kubernetes.api.model.admission.v1.AdmissionReviewBuilder;
import java.util.List;
import java.util.stream.Collectors;

/// A verdict as the API server takes it, and as kubectl shows it: a line for each problem.
final class AdmissionResponses {
  private static final int UNPROCESSABLE = 422;
  private static final int BAD_REQUEST = 400;
  private static final int MOST_SHOWN = 200;

  private AdmissionResponses() {}

  static AdmissionReview to(AdmissionRequest request, AdmissionDecision verdict) {
    var response =
        switch (verdict) {
          case AdmissionDecision.Allowed _ -> allowed(List.of());
          case AdmissionDecision.Reviewed reviewed when reviewed.errors().isEmpty() ->
              allowed(reviewed.warnings());
          case AdmissionDecision.Reviewed reviewed -> refused(request, reviewed);
          case AdmissionDecision.UnsupportedKind unsupported -> unsupported(unsupported.kind());
        };
    response.setUid(request.uid());
    return new AdmissionReviewBuilder().withResponse(response).build();
  }

  private static AdmissionResponse allowed(List<Problem> warnings) {
    return new AdmissionResponseBuilder()
        .withAllowed(true)
        .withWarnings(warnings.stream().map(AdmissionResponses::warning).toList())
        .build();
  }

  private static AdmissionResponse refused(
      AdmissionRequest request, AdmissionDecision.Reviewed reviewed) {
    var errors = reviewed.errors();
    var name = request.object().path("metadata").path("name").asText();
    return new AdmissionResponseBuilder()
        .withAllowed(false)
        .withWarnings(reviewed.warnings().stream().map(AdmissionResponses::warning).toList())
        .withStatus(
            new StatusBuilder()
                .withStatus("Failure")
                .withCode(UNPROCESSABLE)
                .withReason("Invalid")
                .withMessage(message(name, errors))
                .withNewDetails()
                .withGroup(DataFlow.API_VERSION.substring(0, DataFlow.API_VERSION.indexOf('/')))
                .withKind(request.kind())
                .withName(name)
                .withCauses(
                    errors.stream().limit(MOST_SHOWN).map(AdmissionResponses::cause).toList())
                .endDetails()
                .build())
        .build();
  }

  private static String message(String name, List<Problem> errors) {
    var flow = name.isEmpty() ? "the flow" : "`" + name + "`";
    var head = flow + " has " + errors.size() + (errors.size() == 1 ? " problem" : " problems");
    return errors.stream()
            .limit(MOST_SHOWN)
            .map(problem -> "\n  " + problem)
            .collect(Collectors.joining("", head + ":", ""))
        + (errors.size() > MOST_SHOWN ? "\n  … and more." : "");
  }

  private static StatusCause cause(Problem problem) {
    return new StatusCauseBuilder()
        .withReason("FieldValueInvalid")
        .withField(problem.path())
        .withMessage(problem.message())
        .build();
  }

  private static String warning(Problem problem) {
    return problem.path().isEmpty() ? problem.message() : problem.path() + ": " + problem.message();
  }

  private static AdmissionResponse unsupported(String kind) {
    return new AdmissionResponseBuilder()
        .withAllowed(false)
        .withStatus(
            new StatusBuilder()
                .withStatus("Failure")
                .withCode(BAD_REQUEST)
                .withReason("BadRequest")
                .withMessage(
                    "this webhook judges DataFlows and knows nothing of `"
                        + kind
                        + "`. Take it out of the rules of the ValidatingWebhookConfiguration.")
                .build())
        .build();
  }
}
