package io.dataflow.operator.crd;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.model.yaml.YamlDocument;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The definition's rules say the same as the model: each of them has refused a flow that the model
/// refuses too.
class RulesTest {
  @Test
  void haveAllRefusedAFlow() {
    var refusals =
        Corpus.of("bad").flows().stream()
            .filter(flow -> !flow.errors().isEmpty())
            .map(flow -> FlowServer.refusal(flow.object()))
            .flatMap(Optional::stream)
            .toList();
    assertThat(messages())
        .hasSizeGreaterThan(40)
        .allSatisfy(message -> assertThat(refusals).anyMatch(it -> it.contains(message)));
  }

  private static Collection<String> messages() {
    var definition = YamlDocument.all(FlowServer.definition()).getFirst().root();
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
  void leaveTheDefinitionSmallEnoughForKubectl() {
    var definition = YamlDocument.all(FlowServer.definition()).getFirst().root().plain();
    assertThat(Serialization.asJson(definition.orElseThrow())).hasSizeLessThan(200_000);
  }
}
