package io.dataflow.runtime.flow.state;

import io.dataflow.runtime.connector.FlowException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The end of a flow that is to end when its source has nothing more (`--until-idle`). What others
/// hold of the source is waited for as long as the broker may take to notice that they are dead.
public final class UntilIdle {
  private static final Logger LOG = LoggerFactory.getLogger(UntilIdle.class);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final FlowState state;
  private final Duration time;
  private final Duration patience;
  private boolean told;

  /// @param time how long the source must have had nothing
  public UntilIdle(FlowState state, Duration time) {
    this(state, time, PATIENCE);
  }

  UntilIdle(FlowState state, Duration time, Duration patience) {
    this.state = state;
    this.time = time;
    this.patience = patience;
  }

  /// Whether the end has come. When it will not come because others hold a part of the source and
  /// do nothing about it, the flow fails with that reason.
  public boolean isReached() {
    var rest = state.incompleteness();
    if (rest.isEmpty()) {
      return state.isIdleFor(time);
    }
    var why = rest.get().why();
    if (!told) {
      LOG.warn("{}. Waiting for them", why);
      told = true;
    }
    if (System.nanoTime() - rest.get().since() >= patience.toNanos()) {
      state.fail(
          new FlowException(
              "gave up after %d s: %s. What they hold is not read; end them, or run again."
                  .formatted(patience.toSeconds(), why)));
    }
    return false;
  }
}
