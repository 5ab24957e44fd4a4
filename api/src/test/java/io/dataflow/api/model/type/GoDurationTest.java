package io.dataflow.api.model.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.api.model.problem.RefusedException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoDurationTest {
  @ParameterizedTest
  @CsvSource({
    "5s, PT5S",
    "500ms, PT0.5S",
    "1h30m, PT1H30M",
    "1.5h, PT1H30M",
    ".5s, PT0.5S",
    "5.s, PT5S",
    "0, PT0S",
    "0s, PT0S",
    "90m, PT1H30M",
    "250us, PT0.00025S",
    "250µs, PT0.00025S",
    "250μs, PT0.00025S",
    "7ns, PT0.000000007S",
    "1h2m3s4ms5us6ns, PT1H2M3.004005006S",
    "30m1h, PT1H30M"
  })
  void readsWhatGoReads(String text, Duration length) throws RefusedException {
    assertThat(GoDuration.parse(text)).isEqualTo(length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "5",
        "s",
        "5 s",
        "5x",
        "1h30",
        "-5s",
        "PT5S",
        "1..5s",
        ".",
        ".s",
        "5S",
        "+",
        "1h-3m",
        "99999999999h"
      })
  void refusesTheRest(String text) {
    assertThatThrownBy(() -> GoDuration.parse(text))
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith("`" + text + "` ")
        .hasMessageEndingWith(". Write for example `500ms`, `30s` or `1h30m`.");
  }

  @ParameterizedTest
  @CsvSource({"0, 0s", "5s, 5s", "1.5h, 1h30m", "500ms, 500ms", "90s, 1m30s", "1500ms, 1.5s"})
  void writesWhatItReads(String text, String written) throws RefusedException {
    assertThat(GoDuration.text(GoDuration.parse(text))).isEqualTo(written);
  }
}
