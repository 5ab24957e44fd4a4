package io.dataflow.api.transformation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimestampTest {
  @Test
  void addsTheTimeOfTheBatch() {
    assertThat(OneStep.run("{type: timestamp}", "{\"id\":9}"))
        .containsExactly("{\"id\":9,\"created_at\":\"2026-03-01T10:15:00Z\"}");
    assertThat(OneStep.run("{type: timestamp, config: {fieldName: m.at, format: '15:04'}}", "{}"))
        .containsExactly("{\"m\":{\"at\":\"10:15\"}}");
  }

  @Test
  void rejectsARecordWithSomethingInTheWay() {
    assertThat(OneStep.run("{type: timestamp, config: {fieldName: m.at}}", "{\"m\":\"secret\"}"))
        .containsExactly(
            "1:timestamp: `m.at` cannot be set: a text, a number or an array stands on its path."
                + " Choose another `fieldName`.");
  }

  @Test
  void saysWhatIsWrong() {
    assertThat(OneStep.problems("{type: timestamp, config: {format: yyyy-MM-dd}}"))
        .containsExactly(
            "step.config.format: `yyyy-MM-dd` names no part of a time. Write how 2 January 2006,"
                + " 15:04:05 would look, for example `2006-01-02 15:04:05`; or `RFC3339`,"
                + " `RFC3339Nano`, `Unix`.");
  }
}
