package io.dataflow.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonObject;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.testbed.Servers;
import io.dataflow.testbed.registry.SchemaRegistryServer;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A sink that writes Avro, against a real broker and a real registry.
class KafkaAvroSinkTest {
  private static final String ORDER =
      """
      {'type':'record','name':'Order','fields':[
        {'name':'id','type':'long'},
        {'name':'note','type':['null','string'],'default':null},
        {'name':'at','type':{'type':'long','logicalType':'timestamp-micros'}}]}
      """
          .replace('\'', '"');

  private static SchemaRegistryServer registry;

  private final Topic in = Topic.fresh(1);
  private final Topic out = Topic.fresh(1);
  private final Topic dead = Topic.fresh(1);
  private final String group = Servers.freshName("group");

  @BeforeAll
  static void start() {
    registry = SchemaRegistryServer.start();
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  @Test
  void writesByItsSchemaAndPutsAsideWhatDoesNotFit() throws Exception {
    in.send(
        "{\"at\":\"2026-01-31T12:00:00Z\",\"id\":1}",
        "{\"at\":\"2026-01-31T12:00:00Z\",\"id\":\"canary\"}",
        "no JSON",
        "{\"at\":\"1970-01-01T00:00:00.000001Z\",\"id\":2,\"note\":\"ä\"}");
    TestFlow.runUntilIdle(flow("avroSchema: '" + ORDER + "'"));
    int id = latest();
    var schema = new Schema.Parser().parse(ORDER);
    assertThat(out.records().stream().map(it -> it.value()))
        .containsExactly(
            Avro.framed(id, Avro.written(schema, "{'id':1,'note':null,'at':1769860800000000}")),
            Avro.framed(id, Avro.written(schema, "{'id':2,'note':{'string':'ä'},'at':1}")));
    assertThat(errors())
        .satisfiesExactly(
            it -> assertThat(it).contains("does not fit schema " + id + ": `$.id` is not a whole"),
            it -> assertThat(it).contains("the body is not JSON"));
  }

  @Test
  void derivesASchemaThatGrowsAndGoesOnWithItAfterARestart() throws Exception {
    in.send("{\"id\":1}", "{\"id\":2,\"sum\":1.5}");
    TestFlow.runUntilIdle(flow(""));
    int first = latest();
    registry.compatibility(out.name() + "-value", "BACKWARD");
    in.send("{\"id\":3}", "{\"id\":\"x\"}");
    TestFlow.runUntilIdle(flow(""));
    assertThat(latest()).isEqualTo(first);
    in.send("{\"id\":4,\"to\":{\"name\":\"Zoë\"}}");
    TestFlow.runUntilIdle(flow(""));
    int second = latest();
    assertThat(second).isNotEqualTo(first);
    assertThat(out.records().stream().map(it -> ByteBuffer.wrap(it.value()).getInt(1)))
        .containsExactly(first, first, first, second);
    assertThat(errors()).singleElement().asString().contains("`$.id` is not");
    // What the sink has written the source reads.
    TestFlow.runUntilIdle(back());
    assertThat(in.values())
        .endsWith(
            "{\"id\":1,\"sum\":null}",
            "{\"id\":2,\"sum\":1.5}",
            "{\"id\":3,\"sum\":null}",
            "{\"id\":4,\"sum\":null,\"to\":{\"name\":\"Zoë\"}}");
  }

  @Test
  void saysWhenTheRegistryDoesNotTakeTheSchema() throws Exception {
    registry.register(out.name() + "-value", ORDER);
    registry.compatibility(out.name() + "-value", "BACKWARD");
    in.send("{}");
    var other =
        "{\"type\":\"record\",\"name\":\"Order\",\"fields\":[{\"name\":\"new\",\"type\":\"int\"}]}";
    assertThat(refusal("avroSchema: '" + other + "'"))
        .contains("not compatible with those that the schema registry has", "-value");
  }

  @Test
  void writesEachRecordOnceWithDeliveryEffectivelyOnce() throws Exception {
    var once = flow("avroSchema: '" + ORDER + "'") + "delivery: effectivelyOnce";
    var schema = new Schema.Parser().parse(ORDER);
    in.send(
        "{\"at\":\"1970-01-01T00:00:00.000001Z\",\"id\":1}",
        "{\"at\":\"1970-01-01T00:00:00.000001Z\",\"id\":\"canary\"}",
        "{\"at\":\"1970-01-01T00:00:00.000001Z\",\"id\":2}");
    TestFlow.runUntilIdle(once);
    in.send("{\"at\":\"1970-01-01T00:00:00.000001Z\",\"id\":3}");
    TestFlow.runUntilIdle(once);
    int id = latest();
    assertThat(out.records().stream().map(it -> it.value()))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 3)
                .mapToObj(it -> "{'id':%d,'note':null,'at':1}".formatted(it))
                .map(it -> Avro.framed(id, Avro.written(schema, it)))
                .toList());
    assertThat(errors()).singleElement().asString().contains("`$.id` is not a whole");
    assertThat(in.committed(group)).isEqualTo(4);
  }

  @Test
  void waitsForARegistryThatIsAwayAndLosesNothing() throws Exception {
    in.send("{\"id\":1}");
    try (var runner = TestFlow.start(flow(""))) {
      TestFlow.await(() -> out.records().size() == 1);
      registry.kill();
      // What is known is written; what is new has to be registered first.
      in.send("{\"id\":2}");
      TestFlow.await(() -> out.records().size() == 2);
      in.send("{\"id\":3,\"new\":true}", "{\"id\":4}");
      TestFlow.await(() -> runner.troubles().toString().contains("schema registry does not"));
      assertThat(out.records()).hasSize(2);
      registry.restart();
      TestFlow.await(() -> out.records().size() == 4);
    }
    assertThat(dead.records()).isEmpty();
  }

  private int latest() {
    var answer = registry.get("/subjects/" + out.name() + "-value/versions/latest").body();
    var body = (JsonObject) Json.parse(Avro.utf8(answer));
    return Integer.parseInt(body.get("id").orElseThrow().text());
  }

  private String refusal(String schema) throws InterruptedException {
    try {
      return TestFlow.runUntilIdle(flow(schema)).failure().orElseThrow();
    } catch (FlowException e) {
      return e.getMessage();
    }
  }

  private List<String> errors() {
    return dead.values().stream()
        .map(it -> ((JsonObject) Json.parse(Avro.utf8(it))).get("error").orElseThrow().toString())
        .toList();
  }

  private String flow(String schema) {
    return """
    source: {type: kafka, config: {%1$s, topic: %2$s, consumerGroup: %3$s}}
    sink:
      type: kafka
      config:
        %1$s
        topic: %4$s
        format: avro
        schemaRegistry: {url: "%5$s"}
        %6$s
    errors: {type: kafka, config: {%1$s, topic: %7$s}}
    """
        .formatted(
            cluster(), in.name(), group, out.name(), registry.url(), schema.strip(), dead.name());
  }

  private String back() {
    return """
    source:
      type: kafka
      config:
        %1$s
        topic: %2$s
        consumerGroup: %3$s
        format: avro
        schemaRegistry: {url: "%4$s"}
    sink: {type: kafka, config: {%1$s, topic: %5$s}}
    """
        .formatted(cluster(), out.name(), group + "-back", registry.url(), in.name());
  }

  private static String cluster() {
    return "brokers: ['" + Topic.brokers() + "']";
  }
}
