package io.dataflow.cli;

import io.dataflow.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What a command line did: its exit code and what a person saw.
record CommandLineRun(int code, String out, String err) {

  /// Runs a command line in this process.
  static CommandLineRun of(Object... words) {
    return withInput("", words);
  }

  /// Runs a command line in this process, with something on standard input.
  static CommandLineRun withInput(String input, Object... words) {
    var out = new StringWriter();
    var err = new StringWriter();
    var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    var terminal = Terminal.plain(in, new PrintWriter(out), new PrintWriter(err));
    var code = Main.run(List.of(words).stream().map(Object::toString).toList(), terminal);
    return new CommandLineRun(code, out.toString(), err.toString());
  }

  /// The lines of standard output.
  List<String> lines() {
    return out.lines().toList();
  }
}
