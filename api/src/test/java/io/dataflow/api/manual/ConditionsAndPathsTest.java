package io.dataflow.api.manual;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.condition.Condition;
import io.dataflow.api.json.Json;
import io.dataflow.api.message.Message;
import io.dataflow.api.message.Metadata;
import io.dataflow.api.path.Path;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every example in docs/conditions-and-paths.md is true.
class ConditionsAndPathsTest {
  static List<Page.Row> conditions() throws IOException {
    return Page.read("docs/conditions-and-paths.md").rows("condition", "message", "holds");
  }

  static List<Page.Row> paths() throws IOException {
    return Page.read("docs/conditions-and-paths.md").rows("path", "message", "value");
  }

  @ParameterizedTest
  @MethodSource("conditions")
  void holdsAsThePageSays(Page.Row row) {
    var message = new Message(bytes(row.cell(1)), Metadata.of(Map.of()));
    assertThat(Condition.parse(row.cell(0)).holds(message)).isEqualTo(row.cell(2).equals("yes"));
  }

  @ParameterizedTest
  @MethodSource("paths")
  void leadsWhereThePageSays(Page.Row row) {
    var found = Path.parse(row.cell(0)).get(Json.parse(bytes(row.cell(1))));
    assertThat(found.map(Json::toString).orElse("nothing")).isEqualTo(row.cell(2));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
