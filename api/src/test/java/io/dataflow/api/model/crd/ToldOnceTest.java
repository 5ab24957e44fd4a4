package io.dataflow.api.model.crd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The keys of equal objects are described once, where a reader looks first.
class ToldOnceTest {
  private static Schema tls() {
    return Schema.of("object")
        .property("caFile", Schema.of("string").described("Whom to trust."))
        .property("skip", Schema.of("boolean").described("Trust anyone."));
  }

  private static Schema sink(String words) {
    var sink = Schema.of("object").described(words).property("tls", tls().described("TLS."));
    List.of("host", "topic", "key").forEach(key -> sink.property(key, Schema.text(9)));
    return sink;
  }

  private static final Map<String, Object> TOLD =
      ToldOnce.of(
          Schema.of("object")
              .property("routes", Schema.list(sink("Of a route."), 9))
              .property("sink", sink("The main one."))
              .property("errors", sink("For what is bad."))
              .printed());

  private static Map<?, ?> at(Map<?, ?> schema, String... keys) {
    var at = schema;
    for (var key : keys) {
      at =
          (Map<?, ?>)
              (key.equals("items") ? at.get(key) : ((Map<?, ?>) at.get("properties")).get(key));
    }
    return at;
  }

  @Test
  void standAtTheNearestToTheRoot() {
    assertThat(at(TOLD, "sink").get("description")).isEqualTo("The main one.");
    assertThat(at(TOLD, "sink", "tls", "caFile").get("description")).isEqualTo("Whom to trust.");
  }

  @Test
  void areReferredToElsewhere() {
    assertThat(at(TOLD, "errors").get("description"))
        .isEqualTo("For what is bad. Its keys are those of `sink`.");
    assertThat(at(TOLD, "routes", "items").get("description"))
        .isEqualTo("Of a route. Its keys are those of `sink`.");
  }

  @Test
  void haveNoWordsThereAndAreAsStrict() {
    for (var copy : new Map<?, ?>[] {at(TOLD, "errors"), at(TOLD, "routes", "items")}) {
      assertThat(at(copy, "tls").containsKey("description")).isFalse();
      assertThat(at(copy, "tls", "caFile")).isEqualTo(Map.of("type", "string"));
      assertThat(at(copy, "tls", "skip")).isEqualTo(Map.of("type", "boolean"));
    }
  }
}
