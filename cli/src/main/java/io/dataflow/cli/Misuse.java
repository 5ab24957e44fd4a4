package io.dataflow.cli;

import io.dataflow.cli.terminal.Colour;
import io.dataflow.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What a person sees who has used a command wrongly: what is wrong, and where the right use is.
final class Misuse implements IParameterExceptionHandler {
  private final Terminal terminal;

  Misuse(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int handleParseException(ParameterException wrong, String[] args) {
    var err = terminal.err();
    var command = wrong.getCommandLine();
    var name = command.getCommandSpec().qualifiedName();
    err.println(terminal.paint(Colour.RED, "dataflow: ") + wrong.getMessage());
    if (!UnmatchedArgumentException.printSuggestions(wrong, err)) {
      err.println("How it is used: " + name + " --help");
    }
    return CommandLine.ExitCode.USAGE;
  }
}
