package io.dataflow.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.path.FieldPath;
import io.dataflow.api.path.Path;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Objects and arrays: what nobody changes keeps its bytes, what is changed keeps its place.
class JsonObjectTest {
  @Test
  void untouchedAndLookedAtKeepEveryByte() {
    var text = "{ \"a\" : { \"x\" : 1.00 } , \"a\" : [ 1 , 2 ] , \"\\u0062\" : \"\\/\" }";
    var object = object(text);
    assertThat(object).hasToString(text);
    assertThat(object.get("a").orElseThrow()).hasToString("[ 1 , 2 ]");
    assertThat(object.get("b").orElseThrow().text()).isEqualTo("/");
    assertThat(object.isModified()).isFalse();
    assertThat(object).hasToString(text);
  }

  @Test
  void repeatedNamesAreOneOnceSomethingChanges() {
    var object = object("{\"a\":1,\"b\":2,\"a\":3}");
    object.put("c", JsonScalar.TRUE);
    assertThat(object).hasToString("{\"a\":3,\"b\":2,\"c\":true}");
  }

  @Test
  void aChangeDeepInsideWritesOnlyItsOwnObjectsAnew() {
    var object = object("{\"a\": {\"b\": {\"c\": 1}, \"x\": [ 1 ]}, \"y\": { \"z\" : 0 }}");
    ((JsonObject) Path.parse("a.b").get(object).orElseThrow()).put("c", JsonScalar.of(2));
    assertThat(object.isModified()).isTrue();
    assertThat(object).hasToString("{\"a\":{\"b\":{\"c\":2},\"x\":[ 1 ]},\"y\":{ \"z\" : 0 }}");
  }

  @Test
  void removedAndAddedAgainStandsLast() {
    var object = object("{\"a\":1,\"b\":{\"x\":1},\"c\":3}");
    assertThat(object.get("b")).isPresent();
    object.remove("a");
    object.remove("none");
    object.put("a", JsonScalar.of("n\"\n\u0001"));
    assertThat(object).hasToString("{\"b\":{\"x\":1},\"c\":3,\"a\":\"n\\\"\\n\\u0001\"}");
    object.remove("b");
    object.remove("c");
    object.remove("a");
    assertThat(object).hasToString("{}");
    object.put("d", JsonObject.empty());
    assertThat(object).hasToString("{\"d\":{}}");
  }

  @Test
  void copiesGoTheirOwnWays() {
    var object = object("{\"a\":{\"b\":1},\"l\":[{\"c\":1}]}");
    FieldPath.parse("l.0.c").put(object, JsonScalar.of(2));
    var copy = object.copy();
    FieldPath.parse("l.0.c").put(copy, JsonScalar.of(3));
    FieldPath.parse("a.b").remove(object);
    assertThat(object).hasToString("{\"a\":{},\"l\":[{\"c\":2}]}");
    assertThat(copy).hasToString("{\"a\":{\"b\":1},\"l\":[{\"c\":3}]}");
  }

  @Test
  void fieldsAreWrittenByTheirPlaceWithoutBecomingValues() {
    var object = object("{\"a\": 1.50 ,\"b\":2}");
    object.put("b", JsonScalar.of("x"));
    var out = new Bytes(1);
    object.writeValue(0, out);
    object.writeValue(1, out);
    assertThat(out).hasToString("1.50\"x\"");
  }

  @Test
  void arraysGrowShrinkAndStayAsTheyAre() {
    var array = (JsonArray) Json.parse(utf8("[ 1 , {\"a\":1} ,[ ] ]"));
    assertThat(array.get(1)).hasToString("{\"a\":1}");
    assertThat(array).hasToString("[ 1 , {\"a\":1} ,[ ] ]");
    array.remove(0);
    array.set(2, JsonScalar.NULL);
    array.set(0, JsonScalar.of(9));
    assertThat(array).hasToString("[9,[ ],null]");
    for (int i = 3; i < 40; i++) {
      array.set(i, JsonScalar.of(i));
    }
    assertThat(array.size()).isEqualTo(40);
    assertThat(array.get(39).text()).isEqualTo("39");
    assertThat(JsonArray.of(List.of())).hasToString("[]");
  }

  @Test
  void textsWithHalvesOfPairsSurvive() {
    var object = object("{\"a\":\"\\ud800x\"}");
    var text = object.get("a").orElseThrow().text();
    object.put("b", JsonScalar.of(text));
    assertThat(object).hasToString("{\"a\":\"\\ud800x\",\"b\":\"\\ud800x\"}");
  }

  private static JsonObject object(String text) {
    return (JsonObject) Json.parse(utf8(text));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
