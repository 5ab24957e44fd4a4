package io.dataflow.cli.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Where a command reads and writes; always UTF-8.
///
/// @param interactive whether a person watches, so that lines may be drawn again in their place
/// @param colour whether texts may be coloured
public record Terminal(
    InputStream in, PrintWriter out, PrintWriter err, boolean interactive, boolean colour) {

  /// The terminal of this process. Colours follow `NO_COLOR` and `TERM`.
  public static Terminal ofProcess() {
    var console = System.console();
    var interactive = console != null && console.isTerminal();
    return new Terminal(
        System.in,
        writer(FileDescriptor.out),
        writer(FileDescriptor.err),
        interactive,
        interactive && wantsColour(System.getenv()));
  }

  /// A terminal that nobody watches: plain text alone.
  public static Terminal plain(InputStream in, PrintWriter out, PrintWriter err) {
    return new Terminal(in, out, err, false, false);
  }

  /// The text in a colour, or as it is where there are none.
  public String paint(Colour colour, String text) {
    return this.colour && !text.isEmpty() ? colour.paint(text) : text;
  }

  /// Writes a line at once.
  public void line(String text) {
    out.println(text);
    out.flush();
  }

  /// Writes lines at once.
  public void lines(Iterable<String> lines) {
    lines.forEach(out::println);
    out.flush();
  }

  static boolean wantsColour(Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    var stream = new FileOutputStream(descriptor);
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), false);
  }
}
