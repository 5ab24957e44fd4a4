package io.dataflow.cluster;

import org.junit.jupiter.api.Test;

/// The API server goes away without a word, and comes back: every watch is cut.
class OutageTest {
  private final LightSystem system = LightSystem.shared();

  @Test
  void theOperatorGoesOnWhenTheApiServerWasAway() {
    system.proxy().disarm();
    var before = system.freshFlow();
    before.secret("shop", "url", "postgres://db/shop");
    before.apply(LightFlow.SPEC).untilSettled();
    system.plane().apiServer().kill();
    system.plane().apiServer().start();
    var after = system.freshFlow();
    after.apply(LightFlow.SPEC);
    after.until("the error", () -> after.status("phase").equals("Error"));
    after.secret("shop", "url", "postgres://db/shop");
    after.untilSettled();
    before.apply(LightFlow.SPEC + "maintenance: {suspended: true}\n");
    before.until("rest", () -> before.status("phase").equals("Stopped"));
  }
}
