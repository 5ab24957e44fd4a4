package io.dataflow.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.api.path.FieldPath;
import io.dataflow.api.path.Path;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// Depth costs no stack and size no time beyond itself.
class JsonDepthTest {
  private static final int DEPTH = 100_000;
  private static final String OPEN = "{\"a\":[".repeat(DEPTH / 2);
  private static final String CLOSE = "]}".repeat(DEPTH / 2);
  private static final String DEEP = OPEN + "1" + CLOSE;

  @Test
  void readsAndWritesWhatIsDeep() {
    var json = Json.parse(utf8(DEEP));
    assertThat(json.isModified()).isFalse();
    assertThat(text(json)).isEqualTo(DEEP);
    assertThat(json.text()).hasSameSizeAs(DEEP);
    assertThat(text(json.copy())).isEqualTo(DEEP);
  }

  @Test
  void changesAtTheTopLeaveTheDepthAlone() {
    var json = (JsonObject) Json.parse(utf8(DEEP));
    assertThat(Path.parse("a.0.a.0.a.#").get(json)).map(Json::text).contains("1");
    FieldPath.parse("a.0.b").put(json, JsonScalar.TRUE);
    FieldPath.parse("a.0.a.0.c").put(json, JsonScalar.NULL);
    json.put("deep", Json.parse(utf8(DEEP)));
    assertThat(json.isModified()).isTrue();
    assertThat(text(json.copy()))
        .isEqualTo(text(json))
        .startsWith("{\"a\":[{\"a\":[{\"a\":[{")
        .endsWith(",\"c\":null}],\"b\":true}],\"deep\":" + DEEP + "}");
  }

  @Test
  void textFormsOfWhatIsDeep() {
    var json = (JsonObject) Json.parse(utf8(DEEP));
    assertThat(TextForm.of(json).characters()).isEqualTo(DEEP.length());
    FieldPath.parse("a").replace(json, value -> JsonScalar.of(TextForm.of(value).characters()));
    assertThat(text(json)).isEqualTo("{\"a\":" + (DEEP.length() - 6) + "}");
  }

  @Test
  void saysWhereTheDepthEndsTooEarly() {
    assertThatThrownBy(() -> Json.parse(utf8(OPEN)))
        .hasMessage("expected a value, it ends at byte " + OPEN.length());
    assertThatThrownBy(() -> Json.parse(utf8(DEEP.substring(0, DEEP.length() - 1))))
        .hasMessage("expected `,`, it ends at byte " + (DEEP.length() - 1));
    assertThatThrownBy(() -> Json.parse(utf8(DEEP + "]")))
        .hasMessage("something behind the value at byte " + DEEP.length());
  }

  @Test
  void eightMegabytesInOneText() {
    var inside = "ž".repeat(4 * 1024 * 1024);
    var json = (JsonObject) Json.parse(utf8("{\"t\":\"" + inside + "\",\"n\":1}"));
    assertThat(json.get("t").orElseThrow().text()).isEqualTo(inside);
    json.put("n", JsonScalar.of(2));
    assertThat(json.toBytes()).hasSize(8 * 1024 * 1024 + 14);
  }

  @Test
  void eightMegabytesOfElementsAndFields() {
    var elements = new StringBuilder("[0");
    var fields = new StringBuilder("{\"f\":0");
    for (int i = 1; elements.length() < 8 * 1024 * 1024; i++) {
      elements.append(",").append(i);
      fields.append(",\"f").append(i).append("\":").append(i);
    }
    var array = (JsonArray) Json.parse(utf8(elements + "]"));
    array.remove(0);
    assertThat(array.get(array.size() - 1).text()).isEqualTo(Integer.toString(array.size()));
    var object = (JsonObject) Json.parse(utf8(fields + "}"));
    var last = "f" + (object.size() - 1);
    assertThat(object.get(last)).map(Json::text).contains(last.substring(1));
    object.remove("f");
    assertThat(object.size()).isEqualTo(array.size());
    assertThat(text(object))
        .startsWith("{\"f1\":1,")
        .endsWith("\"" + last + "\":" + last.substring(1) + "}");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(Json json) {
    return new String(json.toBytes(), StandardCharsets.UTF_8);
  }
}
