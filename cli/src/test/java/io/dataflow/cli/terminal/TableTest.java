package io.dataflow.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void alignsTextToTheLeftAndNumbersToTheRight() {
    assertThat(new Table("id", "name", "").row("7", "Ömer", "x").row("12,000", "A", "").lines())
        .containsExactly("    id  name", "──────  ────  ─", "     7  Ömer  x", "12,000  A");
  }

  @Test
  void mayBeEmpty() {
    assertThat(new Table("id").lines()).containsExactly("id", "──");
  }
}
