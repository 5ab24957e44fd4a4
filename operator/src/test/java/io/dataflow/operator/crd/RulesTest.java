package io.dataflow.operator.crd;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.model.crd.CustomResource;
import io.dataflow.api.model.yaml.YamlDocument;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.Test;

/// The definitions' rules say the same as the model: each of them has refused a flow that the model
/// refuses too.
class RulesTest {
  @Test
  void haveAllRefusedAFlow() {
    assertThat(messages(FlowServer.FLOW))
        .hasSizeGreaterThan(40)
        .allSatisfy(haveRefusedOneOf(Corpus.of("bad")));
  }

  @Test
  void ofSchedulesHaveAllRefusedOne() {
    var known = messages(FlowServer.FLOW);
    assertThat(messages(FlowServer.CRON))
        .filteredOn(message -> !known.contains(message))
        .hasSizeGreaterThan(4)
        .allSatisfy(haveRefusedOneOf(Corpus.ofCrons("bad")));
  }

  private static ThrowingConsumer<String> haveRefusedOneOf(Corpus corpus) {
    var refusals =
        corpus.flows().stream()
            .filter(flow -> !flow.errors().isEmpty())
            .map(flow -> FlowServer.refusal(flow.object()))
            .flatMap(Optional::stream)
            .toList();
    return message -> assertThat(refusals).anyMatch(it -> it.contains(message));
  }

  private static Collection<String> messages(CustomResource kind) {
    var definition = YamlDocument.all(FlowServer.definition(kind)).getFirst().root();
    return definition.plain().map(it -> messages(it).collect(Collectors.toSet())).orElseThrow();
  }

  private static Stream<String> messages(Object value) {
    return switch (value) {
      case Map<?, ?> map when map.containsKey("status") && map.containsKey("spec") ->
          Stream.of(map.get("metadata"), map.get("spec")).flatMap(RulesTest::messages);
      case Map<?, ?> map when map.get("rule") instanceof String ->
          Stream.ofNullable((String) map.get("message"));
      case Map<?, ?> map -> map.values().stream().flatMap(RulesTest::messages);
      case List<?> list -> list.stream().flatMap(RulesTest::messages);
      default -> Stream.of();
    };
  }

  /// `kubectl apply` keeps what it applied in an annotation, and those end at 256 kB.
  @Test
  void leaveTheDefinitionsSmallEnoughForKubectl() {
    for (var kind : List.of(FlowServer.FLOW, FlowServer.CRON)) {
      var definition = YamlDocument.all(FlowServer.definition(kind)).getFirst().root().plain();
      assertThat(Serialization.asJson(definition.orElseThrow()).length()).isLessThan(200_000);
    }
  }
}
