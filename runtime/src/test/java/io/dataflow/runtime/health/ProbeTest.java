package io.dataflow.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.runtime.connector.ErrorType;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.flow.FlowState;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProbeTest {
  private final FlowState state = new FlowState();

  @Test
  void readinessSaysWhatIsMissing() {
    state.unavailable("source", new UnavailableException(ErrorType.TIMEOUT, "no answer", null));
    assertThat(ready()).isEqualTo("503 not ready\nno answer\n");
    assertThat(StatusState.of(state)).isEqualTo(StatusState.WAITING);
  }

  @Test
  void readinessStaysWhenThePositionIsNotSavedAndSaysSo() {
    state.ready();
    state.concerned("the position is not saved: no answer");
    assertThat(ready()).isEqualTo("200 ready\nthe position is not saved: no answer\n");
    assertThat(StatusState.of(state)).isEqualTo(StatusState.RUNNING);
  }

  private String ready() {
    var probe = Probe.ready(state);
    return probe.status() + " " + new String(probe.body(), StandardCharsets.UTF_8);
  }
}
