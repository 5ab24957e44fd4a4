package io.dataflow.api.condition;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.json.Json;
import io.dataflow.api.message.Message;
import io.dataflow.api.message.Metadata;
import io.dataflow.api.path.FieldPath;
import io.dataflow.api.path.Path;
import io.dataflow.api.path.PathException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Whatever somebody types is a condition or gets a message with a column in it, never a crash.
class ConditionRandomTest {
  static final List<String> PIECES =
      List.of(
          "$.a",
          "b.c",
          "metadata.x",
          "'x'",
          "\"y\"",
          "5",
          "null",
          "true",
          "==",
          "!=",
          "<",
          ">=",
          "&&",
          "||",
          "!",
          "(",
          ")",
          " ",
          " ",
          "#",
          "#(",
          "[",
          "]",
          "0",
          ".",
          "\\",
          "*",
          "?",
          "'",
          "\"",
          "%",
          "=",
          "&",
          ",",
          "🙂",
          "ž",
          "\n",
          "$");
  private static final byte[] BODY =
      "{\"a\":[{\"b\":5},\"x\"],\"b\":{\"c\":null},\"5\":true}".getBytes(StandardCharsets.UTF_8);

  @Test
  void anyTextIsReadOrRefused() {
    var random = new Random(11);
    int read = 0;
    for (int i = 0; i < 100_000; i++) {
      var text = text(random);
      try {
        Condition.parse(text).holds(new Message(BODY, Metadata.of(Map.of("x", "1"))));
        read++;
      } catch (ConditionException e) {
        assertThat(e.column()).as(text).isBetween(1, text.length() + 1);
        assertThat(e.getMessage()).as(text).endsWith(".");
      }
    }
    assertThat(read).isGreaterThan(1_000);
  }

  @Test
  void anyTextIsAPathOrRefused() {
    var random = new Random(12);
    int read = 0;
    for (int i = 0; i < 100_000; i++) {
      var text = text(random);
      try {
        Path.parse(text).get(Json.parse(BODY));
        var body = Json.parse(BODY);
        var path = FieldPath.parse(text);
        path.replace(body, Json::copy);
        path.put(body, body.copy());
        path.remove(body);
        Json.parse(body.toBytes());
        read++;
      } catch (PathException e) {
        assertThat(e.column()).as(text).isBetween(1, text.length() + 1);
      }
    }
    assertThat(read).isGreaterThan(1_000);
  }

  private static String text(Random random) {
    var text = new StringBuilder();
    for (int i = random.nextInt(10); i >= 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }
}
