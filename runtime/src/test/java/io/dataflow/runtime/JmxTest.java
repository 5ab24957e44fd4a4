package io.dataflow.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.testbed.server.Ports;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class JmxTest {
  private final Topic in = Topic.fresh(1);
  private final Topic out = Topic.fresh(1);

  private String flow() {
    return """
    source: {type: kafka, config: {brokers: [%1$s], topic: %2$s, consumerGroup: g-%2$s}}
    transformations:
      - {type: filter, config: {condition: $.a}}
      - {type: mask, config: {fields: [b]}}
      - type: router
        config:
          routes:
            - {condition: "$.a == 2", sink: {type: kafka, config: {brokers: [%1$s], topic: %3$s}}}
    sink: {type: kafka, config: {brokers: [%1$s], topic: %3$s}}
    errors: {type: kafka, config: {brokers: [%1$s], topic: %3$s}}
    """
        .formatted(Topic.brokers(), in.name(), out.name());
  }

  @Test
  void everyStageHasItsNameAndItsCounts() throws Exception {
    in.send("{\"a\": 1}", "{\"a\": 2}");
    try (var run = TestFlow.start(flow())) {
      TestFlow.await(() -> run.counters().acknowledged() == 2);
      assertThat(names("routes"))
          .contains(
              "flow", "source:kafka", "sink:main", "sink:route-0", "sink:errors", "dead-letter");
      assertThat(names("processors"))
          .contains("1:filter", "2:mask", "3:router", "partition", "router", "acknowledge");
      assertThat(attribute("routes", "flow", "ExchangesCompleted")).isPositive();
      assertThat(attribute("processors", "2:mask", "TotalProcessingTime")).isNotNegative();
    }
  }

  @Test
  void jolokiaAnswersOnLocalhostWhenItIsSwitchedOn() throws Exception {
    int port = Ports.free();
    var options = TestFlow.options().withJolokia(Optional.of(port));
    try (var run = FlowRunner.start(TestFlow.spec(flow()), options);
        var client = HttpClient.newHttpClient()) {
      assertThat(run.failure()).isEmpty();
      var uri =
          URI.create("http://127.0.0.1:" + port + "/jolokia/search/org.apache.camel:type=routes,*");
      var answer = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
      assertThat(answer.body()).contains("source:kafka", "sink:main");
    }
  }

  private static Set<String> names(String type) throws Exception {
    var server = ManagementFactory.getPlatformMBeanServer();
    return server.queryNames(new ObjectName("org.apache.camel:type=" + type + ",*"), null).stream()
        .map(name -> ObjectName.unquote(name.getKeyProperty("name")))
        .collect(Collectors.toSet());
  }

  private static long attribute(String type, String name, String attribute) throws Exception {
    var server = ManagementFactory.getPlatformMBeanServer();
    var query = new ObjectName("org.apache.camel:type=" + type + ",name=\"" + name + "\",*");
    var found = server.queryNames(query, null).iterator().next();
    return (Long) server.getAttribute(found, attribute);
  }
}
