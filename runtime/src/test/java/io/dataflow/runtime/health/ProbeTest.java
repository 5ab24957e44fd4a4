package io.dataflow.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.runtime.connector.ErrorType;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.flow.state.FlowState;
import io.dataflow.testbed.server.Await;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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

  @Test
  void waitingForASinkIsGettingOnAndDoingNothingIsNot() {
    state.ready();
    var limit = Duration.ofSeconds(1);
    Await.until("stale", Duration.ofMinutes(1), () -> Probe.live(state, limit).status() == 503);
    state.unavailable("sink:main", new UnavailableException(ErrorType.TIMEOUT, "away", null));
    assertThat(Probe.live(state, Duration.ofMinutes(1)).status()).isEqualTo(200);
    assertThat(state.sinceProgress()).isLessThan(Duration.ofMinutes(1));
    assertThat(state.isReady()).isFalse();
  }

  private String ready() {
    var probe = Probe.ready(state);
    return probe.status() + " " + new String(probe.body(), StandardCharsets.UTF_8);
  }
}
