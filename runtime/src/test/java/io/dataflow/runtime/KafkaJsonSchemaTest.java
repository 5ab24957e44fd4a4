package io.dataflow.runtime;

import static io.dataflow.runtime.DecodingFlow.isDead;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.testbed.registry.SchemaRegistryServer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A topic of JSON behind the ids of its schemas, against a real broker and a real registry.
class KafkaJsonSchemaTest {
  private static final String ORDER =
      """
      {"title": "%s", "type": "object", "properties": {"id": {"type": "integer"}}}
      """;
  private static final String AVRO = "{\"type\": \"record\", \"name\": \"O\", \"fields\": []}";

  private static SchemaRegistryServer registry;

  private final DecodingFlow flow = DecodingFlow.of("jsonSchema");
  private final String settings = DecodingFlow.registry(registry.url());

  @BeforeAll
  static void start() {
    registry = SchemaRegistryServer.start();
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  @Test
  void readsWhatIsBehindTheIdAndPutsAsideWhatHasNone() throws Exception {
    int id = registered("orders");
    var unknown = framed(4711, "{\"id\": 2}");
    var broken = framed(id, "{\"id\": \"secret");
    var empty = framed(id, "");
    // What the schema does not allow passes: that is for the producer to look at.
    flow.send(
        framed(id, " {\"id\": 9007199254740993.10} "),
        unknown,
        broken,
        Topic.bytes("{\"id\": 3}"),
        null,
        empty,
        framed(id, "[null]"),
        framed(id, "{\"id\": \"none\"}"));
    TestFlow.runUntilIdle(flow.yaml(settings));
    assertThat(flow.out().records().stream().map(it -> it.value() == null ? "" : text(it.value())))
        .containsExactly(" {\"id\": 9007199254740993.10} ", "", "[null]", "{\"id\": \"none\"}");
    assertThat(flow.errors())
        .satisfiesExactly(
            it -> isDead(it, unknown, "the registry has no schema 4711 (40403"),
            it -> isDead(it, broken, "behind the id of schema " + id + " is no JSON: "),
            it ->
                assertThat(it.toString())
                    .contains("does not begin with the id of a schema", "\"stage\":\"decode\""),
            it -> isDead(it, empty, "does not begin with the id of a schema"));
    assertThat(flow.errors().get(1).get("error").orElseThrow().toString()).doesNotContain("secret");
  }

  @Test
  void takesNoSchemaOfAnotherKind() throws Exception {
    int avro = registry.register("avro-" + flow.in().name(), AVRO);
    var framed = framed(avro, "{}");
    flow.send(framed, framed(registered("other"), "{}"));
    TestFlow.runUntilIdle(flow.yaml(settings));
    assertThat(flow.out().values()).containsExactly("{}");
    var reason = "schema " + avro + " of the registry is for AVRO, not for JSON Schema";
    assertThat(flow.errors()).satisfiesExactly(it -> isDead(it, framed, reason));
  }

  @Test
  void waitsForARegistryThatIsAwayAndLosesNothing() throws Exception {
    int id = registered("kept");
    int next = registered("next");
    flow.send(framed(id, "1"));
    try (var runner = TestFlow.start(flow.yaml(settings))) {
      TestFlow.await(() -> flow.out().values().size() == 1);
      registry.kill();
      // The first id is known, so its records need no registry.
      flow.send(framed(id, "2"));
      TestFlow.await(() -> flow.out().values().size() == 2);
      flow.send(framed(next, "3"), framed(id, "4"));
      TestFlow.await(() -> runner.troubles().toString().contains("schema registry does not"));
      registry.restart();
      TestFlow.await(() -> flow.out().values().size() == 4);
    }
    assertThat(flow.out().values()).containsExactly("1", "2", "3", "4");
    assertThat(flow.errors()).isEmpty();
  }

  /// The id of a schema that has not been there.
  private int registered(String title) {
    return registry.registerJsonSchema(title + "-" + flow.in().name(), ORDER.formatted(title));
  }

  private static byte[] framed(int id, String body) {
    return Avro.framed(id, Avro.utf8(body));
  }

  private static String text(byte[] value) {
    return new String(value, StandardCharsets.UTF_8);
  }
}
