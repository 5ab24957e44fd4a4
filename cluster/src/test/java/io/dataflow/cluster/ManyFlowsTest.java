package io.dataflow.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Many flows that come at once, and one among them that cannot run.
class ManyFlowsTest {
  private final LightSystem system = LightSystem.shared();

  private static String manifest(Flow flow) {
    return """
    apiVersion: dataflow.dataflow.io/v1
    kind: DataFlow
    metadata: {name: %s, namespace: %s}
    spec:
    %s---
    """
        .formatted(flow.name(), flow.namespace(), LightFlow.SPEC.indent(2));
  }

  @Test
  void aBadOneDoesNotHoldUpTheOthers() {
    system.proxy().disarm();
    var bad = system.freshFlow();
    var namespace = bad.namespace();
    bad.secret("shop", "url", "postgres://db/shop");
    // What the flow needs has the name already, and is somebody else's.
    bad.kubectl("create", "configmap", "df-orders-spec", "--from-literal=mine=yes");
    var good =
        IntStream.range(0, 19)
            .mapToObj(number -> system.flow(namespace, "good-" + number))
            .toList();
    var start = System.nanoTime();
    system
        .plane()
        .apply(
            manifest(bad)
                + good.stream().map(ManyFlowsTest::manifest).collect(Collectors.joining()));
    good.forEach(Flow::untilSettled);
    var time = Duration.ofNanos(System.nanoTime() - start);
    System.out.println("19 flows beside a bad one were ready after " + time.toMillis() + " ms");
    bad.until("the error", () -> bad.status("phase").equals("Error"));
    assertThat(bad.status("message")).contains("df-orders-spec", "belongs to somebody else");
    bad.kubectl("delete", "configmap", "df-orders-spec");
    bad.untilSettled();
  }
}
