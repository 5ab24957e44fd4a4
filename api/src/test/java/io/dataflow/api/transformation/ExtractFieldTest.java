package io.dataflow.api.transformation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExtractFieldTest {
  @Test
  void putsOneValueInThePlaceOfTheMessage() {
    var step = "{type: extractField, config: {field: payload.after}}";
    assertThat(OneStep.run(step, "{\"payload\":{\"after\":{\"id\":1}}}", "{\"payload\":1}"))
        .containsExactly("{\"id\":1}", "{\"payload\":1}");
  }

  @Test
  void takesWhatLiesDeepWithoutReadingItAll() {
    var deep = "[".repeat(10_000) + "]".repeat(10_000);
    assertThat(OneStep.run("{type: extractField, config: {field: a}}", "{\"a\":" + deep + "}"))
        .containsExactly(deep);
  }

  @Test
  void saysWhatIsWrong() {
    assertThat(OneStep.problems("{type: extractField}"))
        .containsExactly("step.config.field: missing. The value, for example `payload.after`.");
    assertThat(OneStep.problems("{type: extractField, config: {field: $}}"))
        .containsExactly(
            "step.config.field: `$` names no field. Name one, for example `$.customer.id`.");
  }
}
