package io.dataflow.operator.resource;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.client.CustomResource;
import java.util.Map;
import java.util.Optional;

/// A manifest in the cluster. Its spec stays the JSON that the user wrote: what it means is read by
/// [io.dataflow.api.spec.Manifest], which reports problems instead of throwing.
public abstract class ManifestResource extends CustomResource<ObjectNode, ObjectNode>
    implements Namespaced {

  // Neither can be made of nothing: a spec is what somebody wrote, a status what was seen.
  @Override
  protected ObjectNode initSpec() {
    return null;
  }

  @Override
  protected ObjectNode initStatus() {
    return null;
  }

  /// Whether nothing of it differs that has the operator do something. A status is the operator's
  /// own writing, and labels are nobody's business here.
  public boolean hasSameDesiredState(ManifestResource other) {
    var mine = getMetadata();
    var theirs = other.getMetadata();
    // The mark of a deletion counts as a generation.
    return mine.getUid().equals(theirs.getUid())
        && mine.getGeneration().equals(theirs.getGeneration())
        && mine.getAnnotations().equals(theirs.getAnnotations())
        && mine.getFinalizers().equals(theirs.getFinalizers());
  }

  /// An annotation's value.
  public Optional<String> annotation(String key) {
    return Optional.ofNullable(getMetadata().getAnnotations()).map(all -> all.get(key));
  }

  /// What its resources say of their owner, so that they go when it goes.
  public OwnerReference asOwner() {
    return new OwnerReferenceBuilder()
        .withApiVersion(getApiVersion())
        .withKind(getKind())
        .withName(getMetadata().getName())
        .withUid(getMetadata().getUid())
        .withController(true)
        .withBlockOwnerDeletion(true)
        .build();
  }

  /// The manifest as a text, without what the API server adds.
  public String text() {
    var metadata =
        Map.of("name", getMetadata().getName(), "namespace", getMetadata().getNamespace());
    var whole = JsonMapper.builder().build().createObjectNode();
    whole.put("apiVersion", getApiVersion()).put("kind", getKind());
    whole.putPOJO("metadata", metadata);
    Optional.ofNullable(getSpec()).ifPresent(spec -> whole.set("spec", spec));
    return whole.toString();
  }

  /// Gives another object of the kind this one's identity, as server-side apply of a status wants
  /// it; never that of another that has come to its name.
  void identify(ManifestResource fresh) {
    fresh.getMetadata().setNamespace(getMetadata().getNamespace());
    fresh.getMetadata().setName(getMetadata().getName());
    fresh.getMetadata().setUid(getMetadata().getUid());
  }
}
