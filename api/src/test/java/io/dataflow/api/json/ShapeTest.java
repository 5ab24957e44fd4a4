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

  @Test
  void longNamesAreNotShared() {
    var fits = "x".repeat(254);
    assertThat(isSharedSoon("{\"" + fits + "\":1}")).isTrue();
    var text = "{\"" + fits + "y\":1,\"a\":2}";
    assertThat(object(text).shape()).isNotSameAs(object(text).shape());
    assertThat(object(text).get("a")).map(Json::text).contains("2");
  }

  @Test
  void whatIsHereNowIsSharedWhateverCameBefore() {
    for (int i = 0; i < 17_000; i++) {
      assertThat(object("{\"crowd" + i + "\":1,\"of\":2}").size()).isEqualTo(2);
    }
    assertThat(isSharedSoon("{\"customer\":1,\"total\":2}")).isTrue();
  }

  @Test
  void theyTakeNoMoreThanTheirBytesTogether() {
    for (int i = 0; i < 20_000; i++) {
      var name = "n".repeat(200) + i % 31;
      var object = object("{\"" + name + "\":1,\"" + i % 29 + name + "\":2,\"k" + i + "\":3}");
      object.put("more", JsonScalar.NULL);
      object.remove(name);
      assertThat(object.size()).isEqualTo(3);
      assertThat(ShapeTree.current().bytes()).isLessThanOrEqualTo(ShapeTree.BYTES_MAX);
    }
    assertThat(isSharedSoon("{\"customer\":1,\"sum\":2}")).isTrue();
  }

  @Test
  void aShapeOfADroppedTreeStaysRight() {
    var object = object("{\"kept\":1,\"name\":2}");
    var shape = object.shape();
    var tree = ShapeTree.current();
    for (int i = 0; ShapeTree.current() == tree; i++) {
      assertThat(object("{\"passing" + i + "\":1}").size()).isOne();
    }
    assertThat(shape.indexOf("name")).isEqualTo(1);
    assertThat(shape.name(0)).isEqualTo("kept");
    object.put("added", JsonScalar.TRUE);
    object.remove("kept");
    assertThat(object).hasToString("{\"name\":2,\"added\":true}");
    assertThat(isSharedSoon("{\"kept\":1,\"name\":2}")).isTrue();
  }

  /// Within the records that a full tree may refuse before it is dropped.
  private static boolean isSharedSoon(String text) {
    for (int i = 0; i <= ShapeTree.REFUSALS_MAX; i++) {
      if (object(text).shape() == object(text).shape()) {
        return true;
      }
    }
    return false;
  }

  private static String names(String text) {
    var shape = object(text).shape();
    return IntStream.range(0, shape.size()).mapToObj(shape::name).collect(Collectors.joining(","));
  }

  private static JsonObject object(String text) {
    return (JsonObject) Json.parse(text.getBytes(StandardCharsets.UTF_8));
  }
}
