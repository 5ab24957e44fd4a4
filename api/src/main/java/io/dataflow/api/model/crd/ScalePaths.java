package io.dataflow.api.model.crd;

import java.util.LinkedHashMap;
import java.util.Map;

/// Where an object has what `kubectl scale` and autoscalers read and write.
///
/// @param wanted the number of replicas that somebody wants
/// @param there the number of replicas that there are
/// @param selector the labels of their pods, as text
public record ScalePaths(String wanted, String there, String selector) {

  Map<String, Object> printed() {
    var printed = new LinkedHashMap<String, Object>();
    printed.put("specReplicasPath", wanted);
    printed.put("statusReplicasPath", there);
    printed.put("labelSelectorPath", selector);
    return printed;
  }
}
