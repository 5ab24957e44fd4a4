package io.dataflow.api.transformation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReplaceFieldTest {
  @Test
  void movesFields() {
    var step = "{type: replaceField, config: {renames: ['a.sku:code', 'b:c.d']}}";
    assertThat(OneStep.run(step, "{\"a\":{\"sku\":\"9\",\"x\":1},\"b\":2}", "not json"))
        .containsExactly("{\"a\":{\"x\":1},\"code\":\"9\",\"c\":{\"d\":2}}", "not json");
  }

  @Test
  void doesNotPassOnWhatItCannotReadWhenItDropsFields() {
    for (var option : new String[] {"include", "exclude"}) {
      var step = "{type: replaceField, config: {" + option + ": [a]}}";
      assertThat(OneStep.run(step, "card 4111"))
          .singleElement()
          .asString()
          .startsWith("1:replaceField: `replaceField` cannot read the record")
          .doesNotContain("4111");
    }
  }

  @Test
  void namesNoValueWhenItRejects() {
    var step = "{type: replaceField, config: {renames: ['a:b.c']}}";
    assertThat(OneStep.run(step, "{\"a\":1,\"b\":\"secret\"}"))
        .containsExactly(
            "1:replaceField: `b.c` cannot be set: a text, a number or an array stands on its path."
                + " Choose another place in `renames`.");
  }

  @Test
  void manyElementsCostTheirSize() {
    var items =
        IntStream.range(0, 200_000)
            .mapToObj(i -> "{\"a\":" + i + ",\"b\":0}")
            .collect(Collectors.joining(","));
    var step = "{type: replaceField, config: {include: ['l.#.a']}}";
    assertThat(OneStep.run(step, "{\"l\":[" + items + "]}"))
        .singleElement()
        .asString()
        .endsWith(",{\"a\":199999}]}");
  }

  @Test
  void saysWhatIsWrong() {
    assertThat(OneStep.problems("{type: replaceField, config: {renames: [sku]}}"))
        .containsExactly(
            "step.config.renames[0]: `sku` is no rename, because it has no `:`. Write the old path"
                + " and the new one, for example `customer.name:buyer`.");
    assertThat(OneStep.problems("{type: replaceField, config: {renames: ['l.#.a:b', ':b']}}"))
        .containsExactly(
            "step.config.renames[0]: `l.#.a:b`: `l.#.a` may mean several fields, and one is wanted"
                + " here. Name it, for example `customer.id` or `items.0`.",
            "step.config.renames[1]: `:b`: the path is empty. Name one, for example"
                + " `$.customer.id`.");
  }
}
