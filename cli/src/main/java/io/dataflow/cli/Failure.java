package io.dataflow.cli;

import io.dataflow.cli.terminal.Colour;
import io.dataflow.cli.terminal.CommandException;
import io.dataflow.cli.terminal.Terminal;
import io.dataflow.runtime.connector.FlowException;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/// What a person sees when a command breaks off: one line that says why. Where it comes from only
/// with `--debug`.
final class Failure implements IExecutionExceptionHandler {
  private final Terminal terminal;
  private final DataflowCommand root;

  Failure(Terminal terminal, DataflowCommand root) {
    this.terminal = terminal;
    this.root = root;
  }

  @Override
  public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
    return say(thrown);
  }

  /// Says what happened, and returns the exit code for it.
  int say(Exception thrown) {
    var err = terminal.err();
    err.println(terminal.paint(Colour.RED, "dataflow: ") + message(thrown));
    if (root.debug) {
      show(thrown, err);
    } else if (!isPlain(thrown)) {
      err.println("Run it again with --debug to see where this comes from.");
    }
    return 1;
  }

  private static void show(Throwable thrown, PrintWriter err) {
    for (var cause = thrown; cause != null; cause = cause.getCause()) {
      err.println(cause);
      for (var frame : cause.getStackTrace()) {
        err.println("    at " + frame);
      }
    }
  }

  /// What is meant to be read by a person, and needs no trace.
  private static boolean isPlain(Throwable thrown) {
    return thrown instanceof CommandException || thrown instanceof FlowException;
  }

  /// What is said of it in one line.
  static String message(Throwable thrown) {
    var text = Optional.ofNullable(thrown.getMessage()).orElse("");
    if (isPlain(thrown)) {
      return text;
    }
    var name = thrown.getClass().getSimpleName();
    return "unexpected: "
        + (text.isEmpty() ? name : name + ": " + text.lines().findFirst().orElse(""));
  }
}
