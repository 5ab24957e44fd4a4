package io.dataflow.runtime.health;

import io.dataflow.runtime.flow.FlowState;
import java.time.Duration;

/// The answer of a probe: an HTTP status, and words for the person who asks by hand.
record Probe(int status, String text) {

  static Probe ready(FlowState state) {
    if (state.isReady()) {
      return new Probe(200, "ready\n");
    }
    var why = new StringBuilder("not ready\n");
    state.troubles().forEach((end, trouble) -> why.append(trouble).append('\n'));
    state.failure().ifPresent(reason -> why.append(reason).append('\n'));
    return new Probe(503, why.toString());
  }

  static Probe live(FlowState state, Duration limit) {
    boolean stale =
        !limit.isZero() && state.hasStarted() && state.sinceProgress().compareTo(limit) > 0;
    return stale ? new Probe(503, "stale: no pipeline progress\n") : new Probe(200, "alive\n");
  }
}
