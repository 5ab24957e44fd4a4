package io.dataflow.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AmountTest {
  @Test
  void countsInThousands() {
    assertThat(Amount.count(1234567)).isEqualTo("1,234,567");
    assertThat(Amount.count(1, "file")).isEqualTo("1 file");
    assertThat(Amount.count(0, "file")).isEqualTo("0 files");
  }

  @Test
  void roundsARateToThreeDigits() {
    assertThat(Amount.rate(1_234_567, Duration.ofSeconds(10))).isEqualTo("123,000/s");
    assertThat(Amount.rate(12, Duration.ofSeconds(10))).isEqualTo("1/s");
    assertThat(Amount.rate(12, Duration.ZERO)).isEqualTo("0/s");
  }

  @Test
  void tellsTimes() {
    assertThat(Amount.time(Duration.ofMillis(7450))).isEqualTo("7.5 s");
    assertThat(Amount.time(Duration.ofSeconds(125))).isEqualTo("2 min 05 s");
  }
}
