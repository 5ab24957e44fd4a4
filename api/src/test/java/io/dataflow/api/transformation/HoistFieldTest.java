package io.dataflow.api.transformation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HoistFieldTest {
  @Test
  void putsTheMessageIntoAField() {
    var step = "{type: hoistField, config: {field: rec}}";
    assertThat(OneStep.run(step, "{\"id\":1}", "[1]", "null", "not json"))
        .containsExactly("{\"rec\":{\"id\":1}}", "{\"rec\":[1]}", "{\"rec\":null}", "not json");
  }

  @Test
  void leavesAByteOrderMarkBehind() {
    assertThat(OneStep.run("{type: hoistField, config: {field: rec}}", "\uFEFF{\"id\":1}"))
        .containsExactly("{\"rec\":{\"id\":1}}");
  }

  @Test
  void saysWhatIsWrong() {
    assertThat(OneStep.problems("{type: hoistField}"))
        .containsExactly(
            "step.config.field: missing. The name of the field, without a dot, for example"
                + " `record`.");
    assertThat(OneStep.problems("{type: hoistField, config: {field: a.b}}"))
        .containsExactly(
            "step.config.field: `a.b` has a dot at column 2, and the field cannot be a nested one."
                + " Give a plain name, for example `record`.");
  }
}
