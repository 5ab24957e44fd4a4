package io.dataflow.api.transformation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimezoneTest {
  @Test
  void writesTimesAsAZoneShowsThem() {
    var step = "{type: timezone, config: {timezone: '+05:00', fields: [t, e], format: RFC3339}}";
    assertThat(OneStep.run(step, "{\"t\":\"2026-06-01T00:30:00Z\",\"e\":1780272000}", "no JSON"))
        .containsExactly(
            "{\"t\":\"2026-06-01T05:30:00+05:00\",\"e\":\"2026-06-01T05:00:00+05:00\"}", "no JSON");
  }

  @Test
  void rejectsWithoutTheValue() {
    var step = "{type: timezone, config: {timezone: UTC, fields: [t]}}";
    var reason =
        "1:timezone: `t` is no time: neither like `2026-06-01T00:30:00Z` nor seconds or"
            + " milliseconds since 1970. Correct the record, or take the field out of `fields`.";
    assertThat(OneStep.run(step, "{\"t\":\"soon\"}", "{\"t\":" + "9".repeat(10_000_000) + "}"))
        .containsExactly(reason, reason);
  }

  @Test
  void saysWhatIsWrong() {
    assertThat(OneStep.problems("{type: timezone}"))
        .containsExactly(
            "step.config.timezone: missing. The zone to write: its IANA name or an"
                + " offset, for example `Europe/Berlin`.",
            "step.config.fields: missing. The fields to write anew, for example"
                + " `[created_at, 'events.#.time']`.");
    assertThat(
            OneStep.problems(
                "{type: timezone, config: {timezone: Mars/Base, sourceTimezone: '+25:00',"
                    + " fields: [], format: Unix}}"))
        .containsExactly(
            "step.config.timezone: `Mars/Base` is no time zone. Write its IANA"
                + " name, for example `Europe/Berlin`, or an offset, such as `+03:00`.",
            "step.config.fields: empty. The fields to write anew, for example"
                + " `[created_at, 'events.#.time']`.",
            "step.config.sourceTimezone: `+25:00` is no time zone. Write its IANA"
                + " name, for example `Europe/Berlin`, or an offset, such as `+03:00`.",
            "step.config.format: `Unix` is not known. There are `RFC3339Nano`,"
                + " `RFC3339`, `UnixMilli`.");
  }
}
