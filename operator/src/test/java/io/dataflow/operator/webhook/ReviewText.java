package io.dataflow.operator.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/// An `AdmissionReview` as the API server writes it, of objects in YAML.
record ReviewText(ObjectNode review) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final YAMLMapper YAML = new YAMLMapper();

  static ReviewText create(String object) {
    return of("CREATE").with("object", object);
  }

  static ReviewText update(String before, String after) {
    return of("UPDATE").with("oldObject", before).with("object", after);
  }

  static ReviewText of(String operation) {
    var review = JSON.createObjectNode();
    review.put("apiVersion", "admission.k8s.io/v1").put("kind", "AdmissionReview");
    var request = review.putObject("request").put("uid", "u-1").put("operation", operation);
    request.putObject("kind").put("group", "dataflow.dataflow.io").put("kind", "DataFlow");
    return new ReviewText(review);
  }

  ReviewText with(String name, String yaml) {
    try {
      request().set(name, YAML.readTree(yaml));
      return this;
    } catch (JsonProcessingException wrong) {
      throw new IllegalArgumentException(yaml, wrong);
    }
  }

  ReviewText with(String name, JsonNode object) {
    request().set(name, object);
    return this;
  }

  ReviewText withText(String name, String value) {
    request().put(name, value);
    return this;
  }

  ReviewText ofKind(String kind) {
    request().withObject("kind").put("kind", kind);
    return this;
  }

  private ObjectNode request() {
    return review.withObject("request");
  }

  @Override
  public String toString() {
    return review.toString();
  }
}
