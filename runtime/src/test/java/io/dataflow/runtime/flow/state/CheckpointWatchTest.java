package io.dataflow.runtime.flow.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.runtime.connector.ErrorType;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.metrics.FlowMeters;
import org.junit.jupiter.api.Test;

class CheckpointWatchTest {
  private final FlowState state = new FlowState();
  private final FlowMeters meters = new FlowMeters("shop", "orders");
  private final CheckpointWatch watch = new CheckpointWatch(state, meters);

  @Test
  void countsAPositionThatIsNotSavedAndGoesOn() {
    state.ready();
    watch.unsaved(
        new UnavailableException(ErrorType.AUTH_ERROR, "this pod may not patch it", null));
    assertThat(state.concern()).contains("the position is not saved: this pod may not patch it");
    assertThat(state.isReady()).isTrue();
    assertThat(meters.scrape())
        .contains("dataflow_connector_errors_total{connector_name=\"checkpoint\"")
        .contains("error_type=\"auth_error\"");
    watch.saved();
    assertThat(state.concern()).isEmpty();
  }

  @Test
  void endsTheFlowWhenPositionsCannotBeKeptAnyMore() {
    watch.failed(new FlowException("somebody else writes"));
    assertThat(state.failure()).contains("somebody else writes");
  }
}
