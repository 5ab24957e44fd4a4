package io.dataflow.api.transformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.chain.StepRunner;
import io.dataflow.api.condition.Condition;
import io.dataflow.api.message.Message;
import io.dataflow.api.message.Metadata;
import io.dataflow.api.model.read.ModelReader;
import io.dataflow.api.model.yaml.YamlDocument;
import io.dataflow.api.spec.Step;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RouterTest {
  private static final String STEP =
      """
      type: router
      config:
        routes:
          - {condition: $.level == 'error', sink: {type: kafka, config: {brokers: [k], topic: e}}}
          - {condition: $.level, sink: {type: kafka, config: {brokers: [k], topic: rest}}}
      """;

  @Test
  void theFirstRouteThatHoldsGetsTheMessage() {
    var router = router();
    assertThat(destination(router, "{\"level\":\"error\"}")).contains("$.level == 'error'");
    assertThat(destination(router, "{\"level\":\"info\"}")).contains("$.level");
    assertThat(destination(router, "{\"x\":1}")).isEmpty();
    assertThat(destination(router, "not json")).isEmpty();
  }

  @Test
  void saysWhatIsWrong() {
    assertThat(OneStep.problems("{type: router, config: {routes: []}}"))
        .singleElement()
        .asString()
        .startsWith("step.config.routes: ");
    assertThat(OneStep.problems("{type: router, config: {routes: [{condition: $.a &}]}}"))
        .hasSize(2)
        .contains(
            "step.config.routes[0].condition: `$.a &` has `&` alone at column 5. Write `&&`.");
  }

  private static Optional<String> destination(Router router, String body) {
    var message = new Message(body.getBytes(StandardCharsets.UTF_8), Metadata.of(Map.of()));
    var step = new StepRunner(1, new Step(Optional.empty(), router));
    assertThat(step.run(List.of(message), Instant.EPOCH, (_, _, reason) -> {}))
        .containsExactly(message);
    assertThat(message.isUnchanged()).isTrue();
    return message.destination().map(it -> ((Route) it).condition()).map(Condition::text);
  }

  private static Router router() {
    var yaml = YamlDocument.all(STEP).getFirst().root();
    var step = ModelReader.read(Step.class, yaml, "step", Optional.empty());
    return (Router) step.value().orElseThrow().transformation();
  }
}
