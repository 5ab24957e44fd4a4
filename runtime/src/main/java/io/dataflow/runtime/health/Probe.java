package io.dataflow.runtime.health;

import io.dataflow.runtime.flow.state.FlowState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// The answer of a probe: an HTTP status, and words for whoever asks.
record Probe(int status, String type, byte[] body) {
  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

  Probe(int status, String text) {
    this(status, TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  static Probe json(byte[] body) {
    return new Probe(200, "application/json", body);
  }

  static Probe ready(FlowState state) {
    if (state.isReady()) {
      return new Probe(200, state.concern().map(why -> "ready\n" + why + "\n").orElse("ready\n"));
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
