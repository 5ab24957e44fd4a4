package io.dataflow.operator.resource;

import io.dataflow.api.spec.DataFlow;
import io.dataflow.api.spec.status.DataFlowStatus;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.Optional;

/// A DataFlow in the cluster. Its status is JSON, which [#lastStatus()] reads.
@Group("dataflow.dataflow.io")
@Version("v1")
@Kind(DataFlow.KIND)
@Plural("dataflows")
@Singular("dataflow")
@ShortNames("df")
public class DataFlowResource extends ManifestResource {

  /// The status written last; empty before the first one.
  public DataFlowStatus lastStatus() {
    return StatusJson.read(Optional.ofNullable(getStatus()), DataFlowStatus.class);
  }

  /// The flow with this status and nothing else, as server-side apply wants it; never another flow
  /// that has come to its name.
  public DataFlowResource statusPatch(DataFlowStatus status) {
    var fresh = new DataFlowResource();
    identify(fresh);
    fresh.setStatus(StatusJson.write(status));
    return fresh;
  }
}
