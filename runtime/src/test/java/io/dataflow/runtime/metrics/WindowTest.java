package io.dataflow.runtime.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WindowTest {
  private long millis = 5_000_000;
  private final Window window = new Window(10, () -> millis * 1_000_000);

  @Test
  void isARateOfTheSecondsThatAreOver() {
    window.add(300);
    assertThat(window.perSecond()).isZero();
    millis += 1000;
    window.add(50);
    assertThat(window.perSecond()).isEqualTo(300);
    millis += 1000;
    assertThat(window.perSecond()).isEqualTo(175);
  }

  @Test
  void forgetsWhatIsOlder() {
    window.add(1000);
    millis += 9999;
    assertThat(window.total()).isEqualTo(1000);
    millis += 1;
    assertThat(window.total()).isEqualTo(1000);
    millis += 1000;
    assertThat(window.total()).isZero();
  }

  @Test
  void isTheSameHoweverLongNobodyHasAsked() {
    window.add(1000);
    millis += 86_400_000;
    window.add(20);
    assertThat(window.total()).isZero();
    millis += 1000;
    assertThat(window.total()).isEqualTo(20);
    assertThat(window.perSecond()).isEqualTo(2);
  }
}
