package io.dataflow.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Objects with the same names share a shape; where that would never end they do not.
class ShapeTest {
  @Test
  void isSharedByObjectsWithTheSameNames() {
    var shape = object("{\"shape\":1,\"test\":2}").shape();
    assertThat(object("{ \"shape\" : {} , \"test\" : [] }").shape()).isSameAs(shape);
    assertThat(object("{\"test\":2,\"shape\":1}").shape()).isNotSameAs(shape);
    assertThat(shape.indexOf("test")).isEqualTo(1);
    assertThat(shape.indexOf("none")).isEqualTo(-1);
    assertThat(shape.toString()).isEqualTo("[\"shape\", \"test\"]");
  }

  @Test
  void isSharedAfterTheSameChanges() {
    var one = object("{\"sa\":1,\"sb\":2,\"sc\":3}");
    var other = object("{\"sa\":4,\"sb\":5,\"sc\":6}");
    for (var object : new JsonObject[] {one, other}) {
      object.remove("sb");
      object.put("sd", JsonScalar.NULL);
    }
    assertThat(one.shape())
        .isSameAs(other.shape())
        .isSameAs(object("{\"sa\":0,\"sc\":0,\"sd\":0}").shape());
  }

  @Test
  void repeatedAndEscapedNamesHaveShapesOfTheirOwn() {
    assertThat(names("{\"a\":1,\"b\":2,\"a\":3}")).isEqualTo("a,b");
    assertThat(names("{\"\\u0061\":1,\"a\":2,\"\\\"\":3}")).isEqualTo("a,\"");
    var lone = object("{\"\\ud800\":1,\"\\ud801\":2,\"x\":3}");
    assertThat(lone.size()).isEqualTo(3);
    lone.put("x", JsonScalar.of(4));
    assertThat(lone).hasToString("{\"\\ud800\":1,\"\\ud801\":2,\"x\":4}");
  }

  @Test
  void escapedNamesAreFoundByWhatTheyMean() {
    var object = object("{\"\\u0061\":1,\"b\":2}");
    assertThat(object.get("a")).map(Json::text).contains("1");
    object.put("a", JsonScalar.of(9));
    object.put("n\"w", JsonScalar.of(3));
    object.remove("b");
    assertThat(object).hasToString("{\"\\u0061\":9,\"n\\\"w\":3}");
    assertThat(object.get("n\"w")).isPresent();
  }

  @Test
  void whatIsNeverSharedDoesNotUseUpWhatMayBe() {
    for (int i = 0; i < 40_000; i++) {
      var object = object("{\"\\u0065\":1,\"unique" + i + "\":2}");
      object.put("more" + i, JsonScalar.NULL);
      assertThat(object.size()).isEqualTo(3);
    }
    assertThat(object("{\"budget\":1}").shape()).isSameAs(object("{\"budget\":2}").shape());
  }

  @Test
  void moreFieldsThanAreShared() {
    for (int count : new int[] {511, 512, 513, 2_000}) {
      var text =
          IntStream.range(0, count)
              .mapToObj(i -> "\"f" + i + "\":" + i)
              .collect(Collectors.joining(",", "{", "}"));
      var object = object(text);
      assertThat(object.size()).isEqualTo(count);
      assertThat(object.get("f" + (count - 1))).map(Json::text).contains("" + (count - 1));
      object.put("extra", JsonScalar.TRUE);
      object.remove("f0");
      assertThat(object.toString())
          .isEqualTo(
              "{" + text.substring(text.indexOf(',') + 1, text.length() - 1) + ",\"extra\":true}");
    }
  }

  @Test
  void everNewNamesAreReadAllTheSame() {
    for (int i = 0; i < 1_000; i++) {
      var object = object("{\"fan" + i + "\":1,\"x\":2}");
      assertThat(object.get("fan" + i)).isPresent();
      assertThat(object.get("fan" + (i + 1))).isEmpty();
      assertThat(object.get("x")).map(Json::text).contains("2");
    }
  }

  private static String names(String text) {
    var shape = object(text).shape();
    return IntStream.range(0, shape.size()).mapToObj(shape::name).collect(Collectors.joining(","));
  }

  private static JsonObject object(String text) {
    return (JsonObject) Json.parse(text.getBytes(StandardCharsets.UTF_8));
  }
}
