package io.dataflow.api.transformation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CastTest {
  @Test
  void givesValuesOtherTypes() {
    var step = "{type: cast, config: {spec: {id: int64, ok: bool, x: 'null'}}}";
    assertThat(OneStep.run(step, "{\"id\":\"42\",\"ok\":\"TRUE\",\"x\":3}", "{\"y\":1}"))
        .containsExactly("{\"id\":42,\"ok\":true,\"x\":null}", "{\"y\":1}");
  }

  @Test
  void rejectsWithoutTheValue() {
    assertThat(OneStep.run("{type: cast, config: {spec: {id: int64}}}", "{\"id\":\"secret\"}"))
        .containsExactly(
            "1:cast: `id` cannot become `int64`: it is a text that says no number. Correct the"
                + " record, or take the field out of `spec`.");
  }

  @Test
  void millionsOfDigitsCostTheirSize() {
    var digits = "7".repeat(10_000_000);
    var step = "{type: cast, config: {spec: {a: string, b: float64, c: int64}}}";
    assertThat(
            OneStep.run(
                step, "{\"a\":" + digits + ",\"b\":0." + digits + ",\"c\":\"0" + digits + "\"}"))
        .hasSize(1)
        .allMatch(it -> it.startsWith("1:cast: `c`") && it.contains("64 bits"));
    assertThat(OneStep.run(step, "{\"b\":0." + digits + ",\"c\":5." + "0".repeat(10_000_000) + "}"))
        .containsExactly("{\"b\":0.7777777777777778,\"c\":5}");
  }

  @Test
  void saysWhatIsWrong() {
    assertThat(OneStep.problems("{type: cast}"))
        .containsExactly(
            "step.config.spec: missing. The fields, and the type that each shall"
                + " have, for example `{id: int64, $.price: float64, 'items.#.sku':"
                + " string}`.");
    assertThat(OneStep.problems("{type: cast, config: {spec: {}}}"))
        .containsExactly(
            "step.config.spec: empty. The fields, and the type that each shall"
                + " have, for example `{id: int64, $.price: float64, 'items.#.sku':"
                + " string}`.");
    assertThat(
            OneStep.problems(
                "{type: cast, config: {spec: {id: int, a..b: string, 'x.*': bool," + " n: null}}}"))
        .containsExactly(
            "step.config.spec.id: `int` is not known. There are `string`, `int64`,"
                + " `float64`, `bool`, `null`.",
            "step.config.spec[\"a..b\"]: `a..b` has no name at column 3. Put one" + " there.",
            "step.config.spec[\"x.*\"]: `x.*` does not say which field to write:"
                + " wildcards and queries can only be read. Name the field, for example"
                + " `customer.id`; a backslash before `*`, `?` or `#` means the"
                + " character.",
            "step.config.spec.n: wants one of `string`, `int64`, `float64`,"
                + " `bool`, `null`, found nothing. Write for example `n: string`.");
    assertThat(OneStep.problems("{type: cast, config: {spec: [id]}}"))
        .containsExactly(
            "step.config.spec: wants an object, found a list. Write for example"
                + " `spec: {key: string}`.");
  }
}
