package io.dataflow.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.api.path.FieldPath;
import io.dataflow.api.path.Path;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Once somebody has looked into an inner object, those of the records behind are told their fields
/// with the record around them: nobody can tell the difference.
class InnerObjectsTest {
  private static final String MANY =
      IntStream.range(0, 40)
          .mapToObj("\"f%d\":0"::formatted)
          .collect(Collectors.joining(",", ",", ""));

  @Test
  void manyFieldsBehindAnInnerObjectAreFound() {
    for (int i = 0; i < 3; i++) {
      var object = object("{\"in\":{\"b\" : {\"c\":1}}" + MANY + "}");
      assertThat(Path.parse("in.b.c").get(object).orElseThrow()).hasToString("1");
      assertThat(object.get("f39").orElseThrow()).hasToString("0");
      assertThat(object.isModified()).isFalse();
      FieldPath.parse("in.b.c").put(object, JsonScalar.of(2));
      object.put("more", JsonScalar.TRUE);
      assertThat(object).hasToString("{\"in\":{\"b\":{\"c\":2}}" + MANY + ",\"more\":true}");
    }
  }

  @Test
  void innerObjectsOfOtherKindsAreReadAsEver() {
    for (var inner :
        new String[] {"{\"x\":1}", "{}", "{ \"x\":1,\"x\":2 }", "[{}]", "7", "{\"\\u0078\":3}"}) {
      for (int i = 0; i < 2; i++) {
        var text = "{\"other\":" + inner + ",\"z\":0}";
        var object = object(text);
        assertThat(Path.parse("other.x").get(object).isPresent())
            .isEqualTo(inner.contains("{\"") || inner.contains("{ "));
        assertThat(object).hasToString(text);
        assertThat(object.get("z")).isPresent();
      }
    }
  }

  @Test
  void brokenOnesAreRefused() {
    assertThat(Path.parse("broken.x").get(object("{\"broken\":{\"x\":1}}"))).isPresent();
    for (var inner : new String[] {"{\"x\":1", "{\"x\":01}", "{\"x\":1,}", "{\"x\" 1}", "{x:1}"}) {
      assertThatThrownBy(() -> object("{\"broken\":" + inner + "}"))
          .as(inner)
          .isInstanceOf(JsonException.class);
    }
  }

  private static JsonObject object(String text) {
    return (JsonObject) Json.parse(text.getBytes(StandardCharsets.UTF_8));
  }
}
