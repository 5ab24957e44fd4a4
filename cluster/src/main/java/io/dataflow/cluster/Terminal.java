package io.dataflow.cluster;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What a person sees: lines that stay, and below them one that is drawn again and again where
/// somebody watches.
///
/// @param watched whether a line may be drawn again in its place
record Terminal(PrintStream out, boolean watched) {
  private static final String CLEAR = "\r\033[K";

  /// The terminal of this process.
  static Terminal ofProcess() {
    var console = System.console();
    var watched = console != null && console.isTerminal();
    var out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    return new Terminal(out, watched);
  }

  /// Writes a line that stays.
  synchronized void line(String text) {
    out.print(watched ? CLEAR : "");
    out.println(text);
    out.flush();
  }

  /// Writes lines that stay.
  synchronized void lines(List<String> texts) {
    texts.forEach(this::line);
  }

  /// Draws the last line anew; shows nothing where nobody watches.
  synchronized void draw(String text) {
    if (watched) {
      out.print(CLEAR + text);
      out.flush();
    }
  }
}
