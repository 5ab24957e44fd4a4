package io.dataflow.runtime;

import static io.dataflow.runtime.DecodingFlow.isDead;
import static io.dataflow.runtime.DecodingFlow.registry;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.runtime.connector.FlowException;
import io.dataflow.testbed.registry.SchemaRegistryDoor;
import io.dataflow.testbed.registry.SchemaRegistryServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A topic of Avro messages against a real broker and a real registry.
class KafkaAvroTest {
  private static final String ORDER =
      """
      {'type':'record','name':'Order','fields':[
        {'name':'id','type':'long'},
        {'name':'note','type':['null','string'],'default':null},
        {'name':'at','type':{'type':'long','logicalType':'timestamp-micros'}}]}
      """
          .replace('\'', '"');

  private static SchemaRegistryServer registry;

  private final DecodingFlow flow = DecodingFlow.of("avro");
  private final Topic in = flow.in();
  private final Topic out = flow.out();

  @BeforeAll
  static void start() {
    registry = SchemaRegistryServer.start();
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  @Test
  void readsWhatTheRegistryKnowsAndPutsAsideWhatItDoesNot() throws Exception {
    int id = registry.register("orders-" + in.name(), ORDER);
    var good = Avro.framed(id, order(7));
    var cut = Arrays.copyOf(good, good.length - 1);
    var unknown = Avro.framed(4711, order(8));
    flow.send(good, cut, unknown, Topic.bytes("{\"id\": 9}"), null, Avro.framed(id, order(10)));
    TestFlow.runUntilIdle(flow.yaml(registry(registry.url())));
    assertThat(out.records().stream().map(it -> it.value() == null ? "" : text(it.value())))
        .containsExactly(json(7), "", json(10));
    assertThat(flow.errors())
        .satisfiesExactly(
            it -> isDead(it, cut, "is no Avro of schema " + id + ": it ends before"),
            it -> isDead(it, unknown, "the registry has no schema 4711 (40403"),
            it ->
                assertThat(it.toString())
                    .contains("does not begin with the id of a schema", "\"stage\":\"decode\""));
  }

  @Test
  void waitsForARegistryThatIsAwayAndLosesNothing() throws Exception {
    int id = registry.register("kept-" + in.name(), ORDER);
    flow.send(Avro.framed(id, order(1)));
    // The second address is tried when the first does not answer.
    try (var runner = TestFlow.start(flow.yaml(registry("http://127.0.0.1:1," + registry.url())))) {
      TestFlow.await(() -> out.values().size() == 1);
      int next = registry.register("next-" + in.name(), ORDER.replace("Order", "Next"));
      registry.kill();
      flow.send(Avro.framed(next, order(2)), Avro.framed(id, order(3)));
      TestFlow.await(() -> runner.troubles().toString().contains("schema registry does not"));
      assertThat(out.values()).hasSize(1);
      registry.restart();
      TestFlow.await(() -> out.values().size() == 3);
    }
    assertThat(out.values()).containsExactly(json(1), json(2), json(3));
    assertThat(flow.errors()).isEmpty();
  }

  @Test
  void showsItsLoginToTheRegistryAndNobodyElse() throws Exception {
    int id = registry.register("secured-" + in.name(), ORDER);
    flow.send(Avro.framed(id, order(1)));
    try (var door = new SchemaRegistryDoor(registry)) {
      var tls = ", tls: {caFile: " + door.certificate().caFile() + "}";
      var login = ", basicAuth: {username: flow, password: '%s'}";
      TestFlow.runUntilIdle(
          flow.yaml(registry(door.url(), login.formatted(door.password()) + tls)));
      assertThat(out.values()).containsExactly(json(1));
      assertThat(refusal(registry(door.url(), login.formatted("b4d") + tls)))
          .contains("the schema registry refuses the login (401)")
          .contains("basicAuth")
          .doesNotContain("b4d");
      assertThat(refusal(registry(door.url()))).contains("certificate is not trusted");
    }
  }

  @Test
  void readsSchemasThatReferToOthersByTheFieldsThatAreWanted() throws Exception {
    var money =
        "{\"type\":\"record\",\"name\":\"Money\",\"fields\":[{\"name\":\"cents\",\"type\":\"int\"}]}";
    registry.register("money-" + in.name(), money);
    var sale =
        "{\"type\":\"record\",\"name\":\"Sale\",\"fields\":[{\"name\":\"sum\",\"type\":\"Money\"},{\"name\":\"x\",\"type\":\"int\"}]}";
    int id =
        registry.registerWith(
            "sale-" + in.name(),
            sale,
            "[{\"name\":\"Money\",\"subject\":\"money-" + in.name() + "\",\"version\":1}]");
    var whole = Avro.schema(sale.replace("\"Money\"", money));
    flow.send(Avro.framed(id, Avro.written(whole, "{'sum':{'cents':5},'x':1}")));
    var wanted =
        "{\"type\":\"record\",\"name\":\"Sale\",\"fields\":[{\"name\":\"sum\",\"type\":%s},{\"name\":\"y\",\"type\":\"int\",\"default\":3}]}"
            .formatted(money);
    TestFlow.runUntilIdle(
        flow.yaml(registry(registry.url()) + "\n    avroSchema: '" + wanted + "'"));
    assertThat(out.values()).containsExactly("{\"sum\":{\"cents\":5},\"y\":3}");
  }

  @Test
  void readsBareMessagesByASchemaInAFile(@TempDir Path folder) throws Exception {
    var file = Files.writeString(folder.resolve("order.avsc"), ORDER);
    // An `id` of 0 is a 0 at the beginning, and no mark of a registry's form.
    flow.send(order(0), order(5), new byte[] {});
    TestFlow.runUntilIdle(flow.yaml("avroSchemaFile: " + file));
    assertThat(out.values()).containsExactly(json(0), json(5));
    assertThat(flow.errors()).hasSize(1);
    Files.writeString(file, "{\"type\": \"record\"}");
    assertThat(refusal("avroSchemaFile: " + file)).contains("`avroSchemaFile` is no Avro schema");
  }

  @Test
  void saysWhenSomethingElseAnswers() throws Exception {
    assertThat(refusal(registry(registry.url() + "/nothing/here")))
        .contains("is no schema registry (HTTP 404)");
  }

  /// Why the flow does not run.
  private String refusal(String schema) throws InterruptedException {
    try {
      return TestFlow.runUntilIdle(flow.yaml(schema)).failure().orElseThrow();
    } catch (FlowException e) {
      return e.getMessage();
    }
  }

  private static byte[] order(long id) {
    var schema = new Schema.Parser().parse(ORDER);
    return Avro.written(schema, "{'id':" + id + ",'note':{'string':'ä'},'at':1}");
  }

  private static String json(long id) {
    return "{\"id\":" + id + ",\"note\":\"ä\",\"at\":\"1970-01-01T00:00:00.000001Z\"}";
  }

  private static String text(byte[] value) {
    return new String(value, StandardCharsets.UTF_8);
  }
}
