package io.dataflow.api.condition;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.message.Message;
import io.dataflow.api.message.Metadata;
import io.dataflow.api.property.Tries;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Any condition that can be read is, written anew and read again, the same.
class ConditionPropertyTest {
  private static final Metadata KNOWN = Metadata.of(Map.of("x", "1", "headers", Map.of("h", "y")));
  private static final List<byte[]> BODIES =
      List.of(
          utf8("{\"a\":[{\"b\":5},\"x\"],\"b\":{\"c\":null},\"5\":true}"),
          utf8("{\"a\":\"x\",\"b\":{\"c\":5}}"),
          utf8("{\"a\":{\"0\":\"y\"},\"b\":[{\"c\":true}]}"),
          utf8("[]"),
          utf8("no JSON"));

  @Test
  void readsWhatItPrints() {
    int[] read = {0};
    Tries.of(
        150_000,
        chance -> {
          var text = chance.some(1, 10, "", () -> chance.oneOf(ConditionRandomTest.PIECES));
          Condition condition;
          try {
            condition = Condition.parse(text);
          } catch (ConditionException _) {
            return;
          }
          read[0]++;
          assertThat(Condition.parse(condition.toString())).isEqualTo(condition);
          var printed = PrintedExpression.of(condition.expression());
          var again = Condition.parse(printed);
          assertThat(PrintedExpression.of(again.expression())).as(text).isEqualTo(printed);
          assertThat(again.readsBody()).as(text).isEqualTo(condition.readsBody());
          for (var body : BODIES) {
            assertThat(again.holds(new Message(body, KNOWN)))
                .as(text)
                .isEqualTo(condition.holds(new Message(body, KNOWN)));
          }
        });
    if (Long.getLong("tries.seed") == null) {
      assertThat(read[0]).isGreaterThan(1_000);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
