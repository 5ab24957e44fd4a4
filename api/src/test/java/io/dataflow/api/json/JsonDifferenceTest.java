package io.dataflow.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.path.FieldPath;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Documents are compared as trees, and the first difference is said with its place.
class JsonDifferenceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"a":1,"b":[1,{"c":null}]}|{ "b" : [ 1 , { "c" : null } ] , "a" : 1 }
          {"a":"\\u00e9\\/"}|{"a":"é/"}
          {"a":1,"a":2}|{"a":2}
          {"\\u0061":2}|{"a":2}
          1.50|1.50
          """)
  void equalTrees(String expected, String actual) {
    assertThat(JsonDifference.between(json(expected), json(actual))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"a":1}|{"a":1.0}|$.a: expected 1, found 1.0
          {"a":5}|{"a":"5"}|$.a: expected 5, found "5"
          {"a":1,"b":2}|{"a":1}|$.b: 2 is missing
          {"a":1}|{"a":1,"a b":{"x":2}}|$['a b']: not expected: {"x":2}
          {"a":[1,2,3]}|{"a":[1,2]}|$.a[2]: 3 is missing
          {"a":[]}|{"a":[[]]}|$.a[0]: not expected: []
          {"a":[{"b":[0,1]}]}|{"a":[{"b":[0,2]}]}|$.a[0].b[1]: expected 1, found 2
          {"a":{}}|{"a":[]}|$.a: expected {}, found []
          true|"true"|$: expected true, found "true"
          null|false|$: expected null, found false
          {"a":1,"b":1}|{"b":2,"a":2}|$.a: expected 1, found 2
          """)
  void firstDifference(String expected, String actual, String message) {
    assertThat(JsonDifference.between(json(expected), json(actual)))
        .map(JsonDifference::toString)
        .contains(message);
  }

  @Test
  void seesWhatWasChangedAndLeavesItAsItWas() {
    var changed = (JsonObject) json("{\"a\":{\"b\":1}}");
    FieldPath.parse("a.b").put(changed, JsonScalar.of(2));
    assertThat(JsonDifference.between(json("{\"a\":{\"b\":2}}"), changed)).isEmpty();
    assertThat(changed).hasToString("{\"a\":{\"b\":2}}");
  }

  @Test
  void depthCostsNoStack() {
    int depth = 5_000;
    var one = "[".repeat(depth) + "1" + "]".repeat(depth);
    var other = "[".repeat(depth) + "2" + "]".repeat(depth);
    assertThat(JsonDifference.between(json(one), json(one))).isEmpty();
    assertThat(JsonDifference.between(json(one), json(other)))
        .map(JsonDifference::path)
        .contains("$" + "[0]".repeat(depth));
  }

  private static Json json(String text) {
    return Json.parse(text.getBytes(StandardCharsets.UTF_8));
  }
}
