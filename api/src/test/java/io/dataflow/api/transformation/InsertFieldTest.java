package io.dataflow.api.transformation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InsertFieldTest {
  @Test
  void putsValuesIntoFields() {
    var step =
        "{type: insertField, config: {fields: {src: orders, f.re: 'json:false', at: '${now}'}}}";
    assertThat(OneStep.run(step, "{\"id\":1}", "not json"))
        .containsExactly(
            "{\"id\":1,\"src\":\"orders\",\"f\":{\"re\":false},\"at\":\"2026-03-01T10:15:00Z\"}",
            "not json");
  }

  @Test
  void namesNoValueWhenItRejects() {
    var step = "{type: insertField, config: {fields: {a.b: x}}}";
    assertThat(OneStep.run(step, "{\"a\":\"secret\"}"))
        .containsExactly(
            "1:insertField: `a.b` cannot be set: a text, a number or an array stands on its path."
                + " Choose another place in `fields`.");
  }

  @Test
  void saysWhatIsWrong() {
    for (var empty : new String[] {"missing", "empty"}) {
      var config = empty.equals("empty") ? ", config: {fields: {}}" : "";
      assertThat(OneStep.problems("{type: insertField" + config + "}"))
          .containsExactly(
              "step.config.fields: "
                  + empty
                  + ". The fields, each with its value, for example `{source.topic:"
                  + " '${metadata.topic}', seen_at: '${now}', paid: 'json:false'}`.");
    }
    assertThat(OneStep.problems("{type: insertField, config: {fields: {a: 'json:{', b: x}}}"))
        .singleElement()
        .asString()
        .startsWith("step.config.fields.a: `json:{` is not JSON behind `json:`: ")
        .endsWith(". Write for example `json:false` or `json:\"text\"`.");
    assertThat(OneStep.problems("{type: insertField, config: {fields: {a: '${metadata.}'}}}"))
        .containsExactly(
            "step.config.fields.a: `${metadata.}` names no key of the metadata. Write for example"
                + " `${metadata.topic}`.");
  }
}
