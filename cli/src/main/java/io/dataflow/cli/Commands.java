package io.dataflow.cli;

import io.dataflow.cli.servers.ServersCommand;
import io.dataflow.cli.terminal.Terminal;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

/// All that a person may ask for. It is apart from [Main] because a pod, which asks for one thing
/// alone, must not wait until the library for command lines has been loaded.
final class Commands {
  private static final int USAGE_WIDTH = 100;

  private Commands() {}

  /// Runs a command and returns its exit code.
  static int run(List<String> args, Terminal terminal) {
    return commandLine(terminal).execute(args.toArray(String[]::new));
  }

  private static CommandLine commandLine(Terminal terminal) {
    var root = new DataflowCommand();
    var commands =
        new CommandLine(root)
            .addSubcommand(new DemoCommand(terminal))
            .addSubcommand(new RunCommand(terminal))
            .addSubcommand(new ValidateCommand(terminal))
            .addSubcommand(new ExplainCommand(terminal))
            .addSubcommand(new TestCommand(terminal))
            .addSubcommand(new ChaosCommand(terminal))
            .addSubcommand(new ServersCommand(terminal))
            .addSubcommand(new ProcessorCommand(terminal, System.getenv()))
            .addSubcommand(new AutoComplete.GenerateCompletion());
    commands
        .getSubcommands()
        .get("generate-completion")
        .getCommandSpec()
        .usageMessage()
        .hidden(true);
    return commands
        .setOut(terminal.out())
        .setErr(terminal.err())
        .setColorScheme(Help.defaultColorScheme(terminal.colour() ? Ansi.ON : Ansi.OFF))
        .setUsageHelpWidth(USAGE_WIDTH)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(new Misuse(terminal))
        .setExecutionExceptionHandler(new Failure(terminal, root));
  }
}
