package io.dataflow.operator.resource;

import io.dataflow.api.spec.DataFlowCron;
import io.dataflow.api.spec.status.DataFlowCronStatus;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.Optional;

/// A DataFlowCron in the cluster. Its status is JSON, which [#lastStatus()] reads.
@Group("dataflow.dataflow.io")
@Version("v1")
@Kind(DataFlowCron.KIND)
@Plural("dataflowcrons")
@Singular("dataflowcron")
@ShortNames("dfc")
public class DataFlowCronResource extends ManifestResource {

  /// The status written last; empty before the first one.
  public DataFlowCronStatus lastStatus() {
    return StatusJson.read(Optional.ofNullable(getStatus()), DataFlowCronStatus.class);
  }

  /// The object with this status and nothing else, as server-side apply wants it.
  public DataFlowCronResource statusPatch(DataFlowCronStatus status) {
    var fresh = new DataFlowCronResource();
    identify(fresh);
    fresh.setStatus(StatusJson.write(status));
    return fresh;
  }
}
