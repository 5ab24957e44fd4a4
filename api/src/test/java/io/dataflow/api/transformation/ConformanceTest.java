package io.dataflow.api.transformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.dataflow.api.chain.Chain;
import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonDifference;
import io.dataflow.api.message.Message;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What each transformation must do, as data: see the files in `conformance`.
class ConformanceTest {

  private static final List<String> KNOWN =
      Arrays.stream(Transformation.class.getPermittedSubclasses())
          .map(type -> type.getSimpleName())
          .map(name -> name.substring(0, 1).toLowerCase() + name.substring(1))
          .toList();

  @TestFactory
  Stream<DynamicContainer> cases() throws Exception {
    return ConformanceFile.all().stream()
        .map(
            file ->
                dynamicContainer(
                    file.name(),
                    file.cases().stream()
                        .map(it -> dynamicTest(it.name(), () -> check(it, file.now())))));
  }

  @Test
  void noCaseIsOfATypeThatIsNotThere() throws Exception {
    for (var file : ConformanceFile.all()) {
      for (var it : file.cases()) {
        assertThat(it.unknownTypes(KNOWN)).as(it.name()).isEmpty();
      }
    }
  }

  private static void check(ConformanceCase given, Instant now) {
    var dead = new ArrayList<ConformanceCase.Dead>();
    var out =
        Chain.of(given.steps())
            .run(
                given.messages(),
                now,
                (message, _, reason) ->
                    dead.add(new ConformanceCase.Dead(reason, message.original())));
    assertThat(out)
        .as(() -> "came out: " + out.stream().map(it -> text(it.bytes())).toList())
        .hasSameSizeAs(given.out());
    for (int i = 0; i < out.size(); i++) {
      var expected = given.out().get(i);
      assertThat(route(out.get(i))).as("route of message " + i).isEqualTo(expected.route());
      compare("message " + i, expected.body(), out.get(i).bytes(), given.asText());
    }
    assertThat(dead).hasSameSizeAs(given.dead());
    for (int i = 0; i < dead.size(); i++) {
      assertThat(dead.get(i).reason()).contains(given.dead().get(i).reason());
      compare("dead " + i, given.dead().get(i).body(), dead.get(i).body(), given.asText());
    }
  }

  private static String route(Message message) {
    return message.destination().map(it -> ((Route) it).condition().text()).orElse("");
  }

  private static void compare(String what, byte[] expected, byte[] actual, boolean asText) {
    if (asText) {
      assertThat(text(actual)).as(what).isEqualTo(text(expected));
    } else {
      assertThat(JsonDifference.between(Json.parse(expected), Json.parse(actual)))
          .as(() -> what + ": " + text(actual))
          .isEmpty();
    }
  }

  private static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }
}
