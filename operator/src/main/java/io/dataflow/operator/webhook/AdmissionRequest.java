package io.dataflow.operator.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/// What the API server asks about: the `request` of an `AdmissionReview`.
///
/// @param uid goes back with the answer
/// @param operation `CREATE`, `UPDATE`, `DELETE` or `CONNECT`
/// @param kind the kind of the object
/// @param subresource `status` or `scale`; empty for the object itself
/// @param object how it shall be; missing for a deletion
/// @param before how it is; missing for a creation
record AdmissionRequest(
    String uid,
    String operation,
    String kind,
    String subresource,
    JsonNode object,
    JsonNode before) {
  static final String API_VERSION = "admission.k8s.io/v1";
  static final String KIND = "AdmissionReview";

  // Numbers keep every digit, as they would in a file.
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  static AdmissionRequest read(byte[] body) throws BadReviewException {
    var review = json(body);
    var version = review.path("apiVersion").asText();
    if (!version.equals(API_VERSION) || !review.path("kind").asText().equals(KIND)) {
      throw new BadReviewException(
          400, "no " + KIND + " of " + API_VERSION + ". Set `admissionReviewVersions: [v1]`.");
    }
    var request = review.path("request");
    if (!request.path("uid").isTextual()) {
      throw new BadReviewException(400, "a review without `request.uid`.");
    }
    return new AdmissionRequest(
        request.path("uid").asText(),
        request.path("operation").asText(),
        request.path("kind").path("kind").asText(),
        request.path("subResource").asText(),
        request.path("object"),
        request.path("oldObject"));
  }

  /// What the parser says is not passed on, as it quotes what it read.
  private static JsonNode json(byte[] body) throws BadReviewException {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException _) {
      throw new BadReviewException(400, "no JSON. Send an " + KIND + " of " + API_VERSION + ".");
    } catch (IOException _) {
      throw new BadReviewException(400, "no UTF-8. Send an " + KIND + " of " + API_VERSION + ".");
    }
  }
}
