package io.dataflow.api.model.crd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A sink has its rules where it stands nearest to the root, and keys and kinds of values wherever
/// it stands.
class RuledOnceTest {
  private static final Map<String, Object> ONCE =
      RuledOnce.of(
          Schema.of("object")
              .property(
                  "routes", Schema.list(Schema.of("object").property("sink", sink("topic")), 9))
              .property("sink", sink("topic"))
              .property(
                  "errors", sink("topic").holds(Invariant.wrong("has(self.config)", "", "own")))
              .property("source", sink("group"))
              .printed());

  private static Schema sink(String key) {
    var text = Schema.text(9).with("pattern", "^a$").holds(Invariant.wrong("self != ''", "", "x"));
    return Schema.of("object")
        .property("type", Schema.of("string").with("enum", List.of("kafka")))
        .property("config", Schema.of("object").property(key, text))
        .holds(Invariant.wrong("self.type != ''", "", "shared"));
  }

  private static Map<String, Object> at(String... keys) {
    var at = ONCE;
    for (var key : keys) {
      at = Parts.properties(at).get(key);
    }
    return at;
  }

  @Test
  void standAtTheMainSinkAndTheSource() {
    assertThat(at("sink").toString()).contains("shared", "self != ''", "^a$");
    assertThat(at("source").toString()).contains("shared", "self != ''", "^a$");
  }

  @Test
  void leaveKeysAndKindsElsewhere() {
    for (var copy : List.of(at("errors").toString(), at("routes").toString())) {
      assertThat(copy).contains("topic", "maxLength", "kafka").doesNotContain("shared", "^a$");
    }
  }

  @Test
  void stayWhereOnlyACopyHasThem() {
    assertThat(at("errors").toString()).contains("own").doesNotContain("self != ''");
  }
}
