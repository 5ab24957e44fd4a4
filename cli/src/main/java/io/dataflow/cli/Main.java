package io.dataflow.cli;

import io.dataflow.cli.terminal.Terminal;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

/// Where `./dataflow` begins.
public final class Main {
  private static final int USAGE_WIDTH = 100;

  private Main() {}

  /// Runs a command and ends the process with its exit code: 0 done, 1 failed, 2 used wrongly.
  public static void main(String[] args) {
    var code = run(List.of(args), Terminal.ofProcess());
    Interruption.exit(code);
  }

  /// Runs a command and returns its exit code.
  static int run(List<String> args, Terminal terminal) {
    var pod = new ProcessorCommand(terminal, System.getenv());
    boolean isPod = !args.isEmpty() && args.getFirst().equals("processor");
    var code =
        isPod && pod.takes(args.subList(1, args.size()))
            ? runPod(pod, terminal)
            : commandLine(terminal).execute(args.toArray(String[]::new));
    terminal.out().flush();
    terminal.err().flush();
    return code;
  }

  private static int runPod(ProcessorCommand pod, Terminal terminal) {
    try {
      return pod.call();
    } catch (Exception e) {
      return new Failure(terminal, new DataflowCommand()).say(e);
    }
  }

  private static CommandLine commandLine(Terminal terminal) {
    var root = new DataflowCommand();
    var commands =
        new CommandLine(root)
            .addSubcommand(new DemoCommand(terminal))
            .addSubcommand(new RunCommand(terminal))
            .addSubcommand(new ValidateCommand(terminal))
            .addSubcommand(new TestCommand(terminal))
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
