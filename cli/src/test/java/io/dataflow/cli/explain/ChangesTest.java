package io.dataflow.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangesTest {
  private static List<String> between(String before, String after) {
    return Changes.between(json(before), json(after), "$").stream().map(ChangesTest::text).toList();
  }

  private static Json json(String text) {
    return Json.parse(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(Change change) {
    return switch (change) {
      case Change.Added(var path, var value) -> "+ " + path + " " + value;
      case Change.Removed(var path, var value) -> "- " + path + " " + value;
      case Change.Altered(var path, var was, var is) -> "~ " + path + " " + was + " " + is;
      case Change.Moved(var from, var path, var value) -> "> " + from + " " + path + " " + value;
    };
  }

  @Test
  void findsWhatIsNewGoneAndOther() {
    assertThat(
            between(
                "{\"a\":1,\"b\":2,\"c\":{\"d\":[1]}}", "{\"a\":1.0,\"c\":{\"d\":[1,5]},\"e\":7}"))
        .containsExactly("- $.b 2", "~ $.a 1 1.0", "+ $.c.d[1] 5", "+ $.e 7");
  }

  @Test
  void orderAndSpellingDoNotCount() {
    assertThat(between("{\"a\":\"\\u0041\",\"b\":1}", "{ \"b\" : 1, \"a\":\"A\" }")).isEmpty();
  }

  @Test
  void aFieldThatWasRenamedHasMoved() {
    assertThat(between("{\"orderId\":1,\"itemId\":1}", "{\"order_id\":1,\"item_id\":1}"))
        .containsExactly("> $.orderId $.order_id 1", "> $.itemId $.item_id 1");
    assertThat(between("{\"a\":{\"name\":\"Ada\",\"x\":1}}", "{\"name\":\"Ada\",\"n\":1}"))
        .containsExactly(
            "- $.a {\"name\":\"Ada\",\"x\":1}", "> $.a.name $.name \"Ada\"", "+ $.n 1");
  }

  @Test
  void anElementMoreDoesNotMakeAllBehindItLookChanged() {
    assertThat(between("[1,2,3,4]", "[1,3,4]")).containsExactly("- $[1] 2");
    assertThat(between("[{\"a\":1},2]", "[{\"a\":3},2]")).containsExactly("~ $[0].a 1 3");
    assertThat(between("[1,1,1]", "[1]")).containsExactly("- $[1] 1", "- $[2] 1");
  }

  @Test
  void pathsAreWrittenAsConditionsHaveThem() {
    assertThat(between("{}", "{\"a b\":{},\"it's\":2,\"$x\":3}"))
        .containsExactly("+ $['a b'] {}", "+ $['it\\'s'] 2", "+ $['$x'] 3");
    assertThat(between("[1]", "{\"a\":1}")).containsExactly("~ $ [1] {\"a\":1}");
  }

  @Test
  void nestingCostsNoStack() {
    var deep = "[".repeat(20_000) + "%s" + "]".repeat(20_000);
    assertThat(Changes.between(json(deep.formatted("1")), json(deep.formatted("2")), "$"))
        .hasSize(1);
  }

  @Test
  void aCommonValueIsNotTakenForOneThatWasDeepInWhatIsGone() {
    assertThat(between("{\"a\":{\"x\":true,\"y\":1}}", "{\"b\":true}"))
        .containsExactly("- $.a {\"x\":true,\"y\":1}", "+ $.b true");
  }

  @Test
  void manyFieldsCostTheirNumber() {
    var before = new StringBuilder("{\"x\":0");
    var after = new StringBuilder("{\"x\":0");
    for (int i = 0; i < 20_000; i++) {
      before.append(",\"f").append(i).append("\":").append(i);
      after.append(",\"F").append(i).append("\":").append(i);
    }
    assertThat(Changes.between(json(before + "}"), json(after + "}"), "$")).hasSize(20_000);
  }
}
