package io.dataflow.api.transformation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskTest {
  @Test
  void keepsTheLengthOfTheText() {
    var step = "{type: mask, config: {fields: [card, $.customer.email], keepLength: true}}";
    assertThat(OneStep.run(step, "{\"id\":7,\"card\":\"4111\",\"customer\":{\"email\":\"ä@b\"}}"))
        .containsExactly("{\"id\":7,\"card\":\"****\",\"customer\":{\"email\":\"***\"}}");
  }

  @Test
  void hidesTheLengthOtherwise() {
    var step = "{type: mask, config: {fields: [card], maskChar: '#'}}";
    assertThat(OneStep.run(step, "{\"card\":\"4111\"}", "{\"card\":null}", "{\"card\":[1]}"))
        .containsOnly("{\"card\":\"###\"}");
  }

  @Test
  void masksLongerThanWhatIsReadyMade() {
    var step = "{type: mask, config: {fields: [a], maskChar: xy, keepLength: true}}";
    assertThat(OneStep.run(step, "{\"a\":\"" + "ž".repeat(1000) + "\"}"))
        .containsExactly("{\"a\":\"" + "xy".repeat(1000) + "\"}");
  }

  @Test
  void saysWhatIsWrong() {
    assertThat(OneStep.problems("{type: mask}"))
        .containsExactly(
            "step.config.fields: missing. The fields to hide, for example"
                + " `[card, $.customer.email, 'items.#.note']`.");
    assertThat(OneStep.problems("{type: mask, config: {fields: [], maskChar: ''}}"))
        .hasSize(2)
        .anyMatch(it -> it.startsWith("step.config.fields: "))
        .anyMatch(it -> it.startsWith("step.config.maskChar: empty."));
    assertThat(OneStep.problems("{type: mask, config: {fields: [a, 'b.*', c.]}}"))
        .containsExactly(
            "step.config.fields[1]: `b.*` does not say which field to write: wildcards and queries"
                + " can only be read. Name the field, for example `customer.id`; a backslash before"
                + " `*`, `?` or `#` means the character.",
            "step.config.fields[2]: `c.` ends after a dot. Put a name there or drop the dot.");
  }
}
