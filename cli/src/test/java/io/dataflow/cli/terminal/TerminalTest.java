package io.dataflow.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {
  private final StringWriter out = new StringWriter();

  private Terminal terminal(boolean person) {
    var writer = new PrintWriter(out);
    return new Terminal(InputStream.nullInputStream(), writer, writer, person, person);
  }

  @Test
  void coloursAreForPersonsWhoWantThem() {
    assertThat(Terminal.wantsColour(Map.of("TERM", "xterm"))).isTrue();
    assertThat(Terminal.wantsColour(Map.of("NO_COLOR", ""))).isTrue();
    assertThat(Terminal.wantsColour(Map.of("NO_COLOR", "1"))).isFalse();
    assertThat(Terminal.wantsColour(Map.of("TERM", "dumb"))).isFalse();
    assertThat(terminal(true).paint(Colour.RED, "x")).isEqualTo("\033[31mx\033[0m");
    assertThat(terminal(false).paint(Colour.RED, "x")).isEqualTo("x");
  }

  @Test
  void aPersonSeesLinesInTheirPlace() {
    var live = new Live(terminal(true), () -> List.of("a", "b"), () -> "ab");
    live.close();
    assertThat(out.toString()).contains("\ra\033[K\n\rb\033[K\n").doesNotContain("ab");
  }

  @Test
  void nobodySeesOneLineAtATime() {
    new Live(terminal(false), () -> List.of("a", "b"), () -> "ab").close();
    assertThat(out.toString()).isEqualToNormalizingNewlines("ab\n");
  }
}
