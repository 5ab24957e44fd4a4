package io.dataflow.runtime.flow.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class UntilIdleTest {
  private static final String REST = "source kafka: others hold partition 1";

  private final FlowState state = new FlowState();

  private UntilIdle end(Duration patience) {
    return new UntilIdle(state, Duration.ZERO, patience);
  }

  @Test
  void aSourceThatIsReadToItsEndIsTheEnd() {
    state.ready();
    assertThat(end(Duration.ZERO).isReached()).isFalse();
    state.exhausted();
    assertThat(end(Duration.ZERO).isReached()).isTrue();
    assertThat(state.failure()).isEmpty();
  }

  @Test
  void whatOthersHoldIsWaitedFor() {
    state.ready();
    state.exhausted();
    state.incomplete(REST);
    assertThat(end(Duration.ofHours(1)).isReached()).isFalse();
    assertThat(state.failure()).isEmpty();
    state.exhausted();
    assertThat(end(Duration.ofHours(1)).isReached()).isTrue();
  }

  @Test
  void whatOthersHoldForTooLongIsTheReasonOfAFailure() {
    state.ready();
    state.incomplete(REST);
    assertThat(end(Duration.ZERO).isReached()).isFalse();
    assertThat(state.failure().orElseThrow())
        .isEqualTo(
            "gave up after 0 s: " + REST + ". What they hold is not read; end them, or run again.");
  }

  @Test
  void nobodyIsGivenUpWhileThereIsWorkToDo() {
    state.ready();
    state.incomplete(REST);
    state.working();
    assertThat(end(Duration.ZERO).isReached()).isFalse();
    assertThat(state.failure()).isEmpty();
  }
}
