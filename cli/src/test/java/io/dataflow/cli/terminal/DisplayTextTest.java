package io.dataflow.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DisplayTextTest {
  @Test
  void showsNothingThatMovesTheCursor() {
    assertThat(DisplayText.of("a\u001b[2J\n\u009bb\u202ec")).isEqualTo("a�[2J��b�c");
    assertThat(DisplayText.of("Søren 日本 👍")).isEqualTo("Søren 日本 👍");
  }

  @Test
  void measuresWhatIsSeen() {
    assertThat(DisplayText.width("Søren")).isEqualTo(5);
    assertThat(DisplayText.width("日本👍")).isEqualTo(6);
    assertThat(DisplayText.width("e\u0301")).isEqualTo(1);
    assertThat(DisplayText.cut("日本語です", 6)).isEqualTo("日本…");
    assertThat(DisplayText.cut("abcdef", 6)).isEqualTo("abcdef");
    assertThat(DisplayText.padded("日本", 6)).isEqualTo("日本  ");
  }

  @Test
  void theWindowIsAsWideAsItIsSaidToBe() {
    assertThat(WindowWidth.of(Map.of("COLUMNS", "72"), "50 180")).isEqualTo(72);
    assertThat(WindowWidth.of(Map.of(), "50 180")).isEqualTo(180);
    assertThat(WindowWidth.of(Map.of("COLUMNS", "5"), "")).isEqualTo(40);
    assertThat(WindowWidth.of(Map.of("COLUMNS", "wide"), "")).isEqualTo(WindowWidth.DEFAULT);
    assertThat(WindowWidth.of(Map.of(), "stty: no tty")).isEqualTo(WindowWidth.DEFAULT);
  }
}
