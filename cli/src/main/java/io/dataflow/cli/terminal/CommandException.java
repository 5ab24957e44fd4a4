package io.dataflow.cli.terminal;

/// A command cannot go on; the message is all that its user needs to know.
public final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// With the reason and what to do.
  public CommandException(String message) {
    super(message);
  }

  /// With the cause for `--debug`.
  public CommandException(String message, Throwable cause) {
    super(message, cause);
  }
}
