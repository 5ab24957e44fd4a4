package io.dataflow.cli.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// How many columns the window has that a person watches. Java does not know; `COLUMNS` says it,
/// and where it does not, `stty` does.
public final class WindowWidth {
  /// Where nothing is known: in a file, in a pipe.
  static final int DEFAULT = 100;

  private static final int LEAST = 40;
  private static final File WINDOW = new File("/dev/tty");

  private WindowWidth() {}

  /// The columns of the process's window.
  public static int of(Terminal terminal) {
    return of(System.getenv(), terminal.interactive() ? asked() : "");
  }

  /// @param size rows and columns, as `stty size` says them; empty when nobody has said
  static int of(Map<String, String> environment, String size) {
    return whole(environment.getOrDefault("COLUMNS", ""))
        .or(() -> whole(size.substring(size.indexOf(' ') + 1)))
        .map(columns -> Math.max(LEAST, columns))
        .orElse(DEFAULT);
  }

  private static Optional<Integer> whole(String text) {
    return text.matches("[1-9][0-9]{0,4}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
  }

  private static String asked() {
    try {
      var stty = new ProcessBuilder("stty", "size").redirectInput(WINDOW).start();
      return new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      // No such program, or no window: then the width is not known.
      return "";
    }
  }
}
