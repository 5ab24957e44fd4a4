package io.dataflow.operator.workload.pod;

import io.dataflow.api.spec.DataFlowSpec;
import io.dataflow.operator.workload.ProcessorDefaults;

/// Which image a processor runs (`docs/lifecycle.md`).
final class ProcessorImage {
  private ProcessorImage() {}

  static String of(DataFlowSpec spec, ProcessorDefaults defaults) {
    return spec.processorImage()
        .or(() -> spec.processorVersion().map(new ImageName(defaults.image())::of))
        .orElse(defaults.image());
  }
}
