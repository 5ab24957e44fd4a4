package io.dataflow.api.model.crd;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.model.yaml.YamlDocument;
import io.dataflow.api.spec.DataFlowDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class YamlPrinterTest {
  @Test
  void printsWhatAPersonWouldWrite() {
    var map = new LinkedHashMap<String, Object>();
    map.put("plain", "Reads a topic.");
    map.put("quoted", "a: `b`");
    map.put("lines", "one\n\n  two");
    map.put("list", List.of(1, Map.of("a", true), "yes"));
    map.put("nothing", Map.of());
    assertThat(YamlPrinter.print(map))
        .isEqualTo(
            """
            plain: Reads a topic.
            quoted: "a: `b`"
            lines: |-
              one

                two
            list:
              - 1
              - a: true
              - "yes"
            nothing: {}
            """);
    assertThat(YamlDocument.all(YamlPrinter.print(map)).getFirst().root().plain().toString())
        .contains("one\n\n  two", "[1, {a=true}, yes]");
  }

  @Test
  void printsDefinitionsThatCanBeRead() {
    var definition = YamlDocument.all(DataFlowDefinition.customResource().definition());
    assertThat(definition).hasSize(1);
    assertThat(definition.getFirst().problems()).isEmpty();
  }
}
