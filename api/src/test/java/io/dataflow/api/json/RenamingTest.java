package io.dataflow.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RenamingTest {
  private final Renaming upper = new Renaming(name -> name.toUpperCase(Locale.ROOT));

  private String everywhere(String json) {
    return upper.everywhere(parse(json)).map(Json::toString).orElse("as it was");
  }

  private static Json parse(String json) {
    return Json.parse(json.getBytes(StandardCharsets.UTF_8));
  }

  private String fields(String json) {
    var object = (JsonObject) parse(json);
    upper.fields(object);
    return object.toString();
  }

  @Test
  void depthCostsNoStackAndNoMoreThanItself() {
    var open = "{\"a\":1,\"A\":[".repeat(100_000);
    var renamed = everywhere(open + "]}".repeat(100_000));
    assertThat(renamed).isEqualTo("{\"A\":[".repeat(100_000) + "]}".repeat(100_000));
  }

  @Test
  void manyFieldsAndLongNamesCostTheirSize() {
    var many =
        IntStream.range(0, 100_000)
            .mapToObj(i -> "\"k" + i + "\":" + i)
            .collect(Collectors.joining(",", "{", "}"));
    assertThat(fields(many)).isEqualTo(many.replace('k', 'K'));
    assertThat(everywhere(many)).isEqualTo(many.replace('k', 'K'));
    var same = "{" + "\"k\":1,\"K\":2,".repeat(100_000) + "\"k\":3}";
    assertThat(everywhere(same)).isEqualTo("{\"K\":3}");
    var name = "n".repeat(1 << 20);
    assertThat(fields("{\"" + name + "\":1}")).startsWith("{\"NNNN").hasSize((1 << 20) + 6);
    assertThat(everywhere("{\"" + name + "\":1}")).startsWith("{\"NNNN").hasSize((1 << 20) + 6);
  }

  @Test
  void bothWaysAgreeOnObjectsOfOneLevel() {
    for (var json :
        new String[] {
          "{}",
          "{\"a\":1}",
          "{\"A\":1,\"b\":2}",
          "{\"a\":1,\"b\":2,\"A\":3}",
          "{\"b\":{},\"A\":1,\"a\":[]}",
          "{\"a\":1,\"a\":2,\"A\":3,\"B\":4,\"b\":5}"
        }) {
      assertThat(everywhere(json).replace("as it was", json)).as(json).isEqualTo(fields(json));
    }
  }

  @Test
  void whatWasChangedBeforeTravelsWithItsField() {
    var object = (JsonObject) parse("{\"a\":{\"x\":1},\"b\":[1],\"A\":2,\"c\":3}");
    ((JsonObject) object.value(0)).put("x", JsonScalar.NULL);
    object.set(3, JsonScalar.TRUE);
    object.put("d", JsonScalar.FALSE);
    upper.fields(object);
    object.put("e", JsonScalar.of(5));
    assertThat(object).hasToString("{\"B\":[1],\"A\":2,\"C\":true,\"D\":false,\"e\":5}");
    assertThat(object.get("A").map(Json::text)).contains("2");
    object.remove("B");
    assertThat(object).hasToString("{\"A\":2,\"C\":true,\"D\":false,\"e\":5}");
  }
}
