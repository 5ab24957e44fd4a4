package io.dataflow.api.transformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.chain.StepRunner;
import io.dataflow.api.json.Bytes;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.message.Message;
import io.dataflow.api.message.Metadata;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FlattenTest {
  private static final String STEP = "{type: flatten, config: {field: lines}}";

  @Test
  void makesAMessageOfEachElement() {
    assertThat(OneStep.run(STEP, "{\"order\":5,\"lines\":[{\"sku\":\"a\"},{\"sku\":\"b\"}]}"))
        .containsExactly("{\"order\":5,\"sku\":\"a\"}", "{\"order\":5,\"sku\":\"b\"}");
  }

  @Test
  void childrenKeepThePlaceTheMetadataAndTheOriginal() {
    var parent = message("{\"lines\":[1,2]}");
    parent.index(7);
    assertThat(flatten(parent))
        .hasSize(2)
        .allMatch(child -> child.index() == 7)
        .allMatch(child -> child.original() == parent.original())
        .allMatch(child -> child.metadata().get("topic").equals(Optional.of("orders")));
  }

  @Test
  void aMillionElementsShareWhatTheyHaveInCommon() {
    var filling = "x".repeat(1_000_000);
    var lines = "1,".repeat(999_999) + "1";
    var out = flatten(message("{\"note\":\"" + filling + "\",\"lines\":[" + lines + "]}"));
    assertThat(out).hasSize(1_000_000);
    assertThat(out.getLast().bytes()).hasSize(filling.length() + 21);
  }

  @Test
  void writingAChildMakesNothingThatStays() {
    var child = flatten(message("{\"a\":1,\"lines\":[{\"b\":2}]}")).getFirst();
    var out = new Bytes(16);
    child.writeTo(out);
    child.writeTo(out);
    assertThat(out.toString()).isEqualTo("{\"a\":1,\"b\":2}".repeat(2));
    ((JsonObject) child.json().orElseThrow()).remove("a");
    assertThat(new String(child.bytes(), StandardCharsets.UTF_8)).isEqualTo("{\"b\":2}");
  }

  @Test
  void manyFieldsOnBothSidesCostTheirSize() {
    var parent = fields("p", 50_000);
    var element = fields("e", 50_000);
    var out = flatten(message("{" + parent + ",\"lines\":[{" + element + "},{\"p7\":0}]}"));
    assertThat(((JsonObject) out.getFirst().json().orElseThrow()).size()).isEqualTo(100_000);
    assertThat(((JsonObject) out.getLast().json().orElseThrow()).get("p7").orElseThrow().text())
        .isEqualTo("0");
  }

  @Test
  void saysWhatIsWrong() {
    assertThat(OneStep.problems("{type: flatten}"))
        .containsExactly("step.config.field: missing. The array, for example `lines`.");
    assertThat(OneStep.problems("{type: flatten, config: {field: 'orders.#.lines'}}"))
        .containsExactly(
            "step.config.field: `orders.#.lines` may mean several fields, and one is wanted here."
                + " Name it, for example `customer.id` or `items.0`.");
  }

  private static List<Message> flatten(Message message) {
    return new StepRunner(1, OneStep.step(STEP))
        .run(
            List.of(message),
            Instant.EPOCH,
            (_, _, reason) -> {
              throw new AssertionError(reason);
            });
  }

  private static Message message(String body) {
    var metadata = Metadata.of(Map.of("topic", "orders"));
    return new Message(body.getBytes(StandardCharsets.UTF_8), metadata);
  }

  private static String fields(String prefix, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"" + prefix + i + "\":" + i)
        .collect(Collectors.joining(","));
  }
}
