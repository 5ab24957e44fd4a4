package io.dataflow.api.transformation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StructFlattenTest {
  @Test
  void putsNestedFieldsSideBySide() {
    assertThat(OneStep.run("{type: structFlatten}", "{\"a\":{\"b\":1,\"c\":{\"d\":null}}}"))
        .containsExactly("{\"a.b\":1,\"a.c.d\":null}");
  }

  @Test
  void goesSixtyFourObjectsDeepAndNoDeeper() {
    assertThat(OneStep.run("{type: structFlatten}", nested(64)))
        .containsExactly("{\"" + "a.".repeat(64) + "a\":1}");
    for (int depth : new int[] {65, 10_000}) {
      assertThat(OneStep.run("{type: structFlatten}", nested(depth)))
          .containsExactly(
              "1:structFlatten: objects are nested more than 64 deep. Take the deep ones out"
                  + " first.");
    }
  }

  @Test
  void aLongNameAroundManyFieldsDoesNotStandBeforeEachOfThem() {
    var around = "x".repeat(1_000_000);
    assertThat(OneStep.run("{type: structFlatten}", "{\"" + around + "\":{" + fields(100) + "}}"))
        .containsExactly(
            "1:structFlatten: the joined names are too long, more than 32 MiB together. Take the"
                + " objects with long names out first.");
  }

  @Test
  void manyFieldsCostTheirSize() {
    var out = OneStep.run("{type: structFlatten}", "{\"a\":{" + fields(100_000) + "}}");
    assertThat(out)
        .singleElement()
        .asString()
        .startsWith("{\"a.f0\":0,\"a.f1\":1,")
        .endsWith("\"a.f99999\":99999}");
  }

  @Test
  void saysWhatIsWrong() {
    assertThat(OneStep.problems("{type: structFlatten, config: {delimiter: ''}}"))
        .containsExactly(
            "step.config.delimiter: empty. Give at least one character, for example `_`.");
  }

  private static String nested(int depth) {
    return "{\"a\":".repeat(depth + 1) + "1" + "}".repeat(depth + 1);
  }

  private static String fields(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"f" + i + "\":" + i)
        .collect(Collectors.joining(","));
  }
}
