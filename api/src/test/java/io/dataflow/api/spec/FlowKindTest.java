package io.dataflow.api.spec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Flows of two kinds with one name have nothing in common that is stored.
class FlowKindTest {
  @Test
  void tellsFlowsOfOneNameApart() {
    assertThat(FlowKind.DATA_FLOW.id("shop", "orders")).isEqualTo("shop/orders");
    assertThat(FlowKind.DATA_FLOW_CRON.id("shop", "orders")).isEqualTo("shop/cron/orders");
    assertThat(FlowKind.DATA_FLOW.checkpoint("orders")).isEqualTo("df-orders-checkpoint");
    assertThat(FlowKind.DATA_FLOW_CRON.checkpoint("orders")).isEqualTo("dfc-orders-checkpoint");
  }

  @Test
  void isKnownByTheWordOfManifests() {
    assertThat(FlowKind.of("DataFlow")).contains(FlowKind.DATA_FLOW);
    assertThat(FlowKind.of("DataFlowCron")).contains(FlowKind.DATA_FLOW_CRON);
    assertThat(FlowKind.of("DataJob")).isEmpty();
  }
}
