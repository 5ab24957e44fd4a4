package io.dataflow.operator.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflow.api.spec.DataFlow;
import io.dataflow.api.spec.status.DataFlowStatus;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.Optional;

/// A DataFlow in the cluster. Its spec stays the JSON that the user wrote: what it means is read by
/// [io.dataflow.api.spec.Manifest], which reports problems instead of throwing. So does its status,
/// which [#observed()] reads.
@Group("dataflow.dataflow.io")
@Version("v1")
@Kind(DataFlow.KIND)
@Plural("dataflows")
@Singular("dataflow")
@ShortNames("df")
public class DataFlowResource extends CustomResource<ObjectNode, ObjectNode> implements Namespaced {

  // Neither can be made of nothing: a spec is what somebody wrote, a status what was seen.
  @Override
  protected ObjectNode initSpec() {
    return null;
  }

  @Override
  protected ObjectNode initStatus() {
    return null;
  }

  /// The status written last; empty before the first one.
  public DataFlowStatus observed() {
    return Optional.ofNullable(getStatus()).map(StatusJson::read).orElse(StatusJson.NONE);
  }

  /// The flow with this status and nothing else, as server-side apply wants it; never another flow
  /// that has come to its name.
  public DataFlowResource bearing(DataFlowStatus status) {
    var fresh = new DataFlowResource();
    fresh.getMetadata().setNamespace(getMetadata().getNamespace());
    fresh.getMetadata().setName(getMetadata().getName());
    fresh.getMetadata().setUid(getMetadata().getUid());
    fresh.setStatus(StatusJson.write(status));
    return fresh;
  }

  /// Whether nothing of it differs that has the operator do something. A status is the operator's
  /// own writing, and labels are nobody's business here.
  public boolean asksAs(DataFlowResource other) {
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

  /// What its children say of their owner, so that they go when it goes.
  public OwnerReference asOwner() {
    return new OwnerReferenceBuilder()
        .withApiVersion(DataFlow.API_VERSION)
        .withKind(DataFlow.KIND)
        .withName(getMetadata().getName())
        .withUid(getMetadata().getUid())
        .withController(true)
        .withBlockOwnerDeletion(true)
        .build();
  }
}
