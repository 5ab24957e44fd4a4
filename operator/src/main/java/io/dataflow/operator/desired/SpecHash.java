package io.dataflow.operator.desired;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflow.operator.secret.SecretEntry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeMap;

/// SHA-256 over what changes a processor's behaviour and is not in its pod template anyway: the
/// spec without what is Kubernetes' matter, and the values of Secrets. Processors start anew when
/// it changes, and only then.
final class SpecHash {
  /// Changes of these reach the pods through their template, or need no new pods.
  private static final Set<String> OUTSIDE =
      Set.of(
          "resources",
          "nodeSelector",
          "affinity",
          "tolerations",
          "processorImage",
          "processorVersion",
          "imagePullSecrets",
          "checkpointReset",
          "strictIdempotency",
          "replicas",
          "terminationGracePeriodSeconds",
          "maintenance");

  private SpecHash() {}

  static String of(FlowInput flow) {
    var inside = new TreeMap<String, JsonNode>();
    flow.written().properties().stream()
        .filter(field -> !OUTSIDE.contains(field.getKey()))
        .forEach(field -> inside.put(field.getKey(), field.getValue()));
    var digest = sha256();
    add(digest, SpecJson.text(inside));
    for (SecretEntry entry : flow.secrets()) {
      add(digest, entry.namespace() + "/" + entry.name() + "/" + entry.key());
      add(digest, entry.value());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  // The length first, so that no two lists of texts are the same bytes.
  private static void add(MessageDigest digest, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
