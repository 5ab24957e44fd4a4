package io.dataflow.kubernetes.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/// A short text that changes whenever somebody changes an object in a way that matters: not by its
/// status, nor by what the API server itself notes, nor by data that somebody else keeps in it.
/// Thousands of objects are watched, and this is all that is remembered of what they hold.
final class ContentHash {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private static final List<String> NOTES =
      List.of("managedFields", "resourceVersion", "generation", "creationTimestamp", "uid");

  /// The Deployment controller's note.
  private static final String REVISION = "deployment.kubernetes.io/revision";

  /// Under which an object's hash is kept on its trimmed copy.
  static final String ANNOTATION = "cache/content-hash";

  private ContentHash() {}

  /// @param withData whether what it holds counts
  static String of(HasMetadata object, boolean withData) {
    ObjectNode tree = JSON.valueToTree(object);
    tree.remove("status");
    if (!withData) {
      tree.remove("data");
    }
    if (tree.get("metadata") instanceof ObjectNode metadata) {
      metadata.remove(NOTES);
      if (metadata.get("annotations") instanceof ObjectNode annotations) {
        annotations.remove(REVISION);
        if (annotations.isEmpty()) {
          metadata.remove("annotations");
        }
      }
    }
    return digest(tree);
  }

  private static String digest(ObjectNode tree) {
    try {
      var sha = MessageDigest.getInstance("SHA-256").digest(JSON.writeValueAsBytes(tree));
      return Base64.getEncoder().withoutPadding().encodeToString(sha);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("every tree can be written", e);
    }
  }
}
