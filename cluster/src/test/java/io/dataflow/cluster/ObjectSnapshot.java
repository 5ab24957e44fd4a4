package io.dataflow.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// All that there is of a flow, without what differs between two flows that are alike: names, ids
/// and times.
record ObjectSnapshot(Set<String> objects) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> OF_EACH =
      List.of("uid", "resourceVersion", "creationTimestamp", "managedFields");
  private static final String KINDS =
      "deployment,replicaset,configmap,secret,serviceaccount,role,rolebinding";

  static ObjectSnapshot of(Flow flow) {
    var label = "dataflow.dataflow.io/name=" + flow.name();
    var objects = new TreeSet<String>();
    items(flow.kubectl("get", KINDS, "-l", label, "-o", "json"))
        .forEach(object -> objects.add(text(object, flow)));
    items(flow.kubectl("get", "dataflow", "-o", "json"))
        .filter(object -> object.at("/metadata/name").asText().equals(flow.name()))
        .forEach(object -> objects.add(text(object, flow)));
    return new ObjectSnapshot(objects);
  }

  private static Stream<JsonNode> items(String json) {
    try {
      return JSON.readTree(json).get("items").valueStream();
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String text(JsonNode object, Flow flow) {
    var metadata = (ObjectNode) object.get("metadata");
    metadata.remove(OF_EACH);
    if (metadata.path("annotations") instanceof ObjectNode annotations) {
      annotations.remove("kubectl.kubernetes.io/last-applied-configuration");
    }
    metadata.path("ownerReferences").forEach(owner -> ((ObjectNode) owner).remove("uid"));
    if (!object.get("kind").asText().equals("DataFlow")) {
      ((ObjectNode) object).remove("status");
    } else if (object.at("/status/conditions") instanceof ArrayNode conditions) {
      conditions.forEach(it -> ((ObjectNode) it).remove("lastTransitionTime"));
    }
    return object
        .toString()
        .replace(flow.name(), "NAME")
        .replaceAll("(pod-template-hash\":\"|NAME-)[0-9a-f]{6,10}\\b", "$1HASH")
        // Hashes of the pods with their names, and with the key that each flow has of its own.
        .replaceAll("(/(?:template|flow|spec)-hash\":\")[0-9a-f]{64}", "$1HASH")
        .replaceAll("(\"_hash-key\":\")[^\"]+", "$1KEY");
  }
}
