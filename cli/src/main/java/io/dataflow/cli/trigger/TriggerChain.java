package io.dataflow.cli.trigger;

import io.dataflow.api.model.secret.Secrets;
import io.dataflow.api.schedule.Trigger;
import io.dataflow.cli.terminal.CommandException;
import io.dataflow.cli.terminal.Terminal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The triggers of one run on this machine. In a cluster each is a container; here there are no
/// images, so what can be run is a command, as the user who runs `./dataflow`, with the programs
/// that are here. That is why it has to be asked for.
public final class TriggerChain {
  private final List<TriggerCommand> commands = new ArrayList<>();
  private final Terminal terminal;

  /// Those of a flow on a schedule, in order.
  ///
  /// @param secrets where values of Secrets come from
  public TriggerChain(List<Trigger> triggers, Secrets secrets, Terminal terminal) {
    this.terminal = terminal;
    for (int i = 0; i < triggers.size(); i++) {
      commands.add(new TriggerCommand(i, triggers.get(i), secrets));
    }
  }

  /// Looks before anything runs.
  ///
  /// @throws CommandException when one of them cannot run here
  public void refuseWhatCannotRunHere() {
    for (var command : commands) {
      command
          .obstacle()
          .ifPresent(
              why -> {
                throw new CommandException(
                    "trigger %d cannot run here: %s. Leave --triggers out."
                        .formatted(command.index(), why));
              });
    }
  }

  /// Shows them; returns the exit code.
  public int show() {
    if (!commands.isEmpty()) {
      terminal.line("  triggers, not run here without --triggers:");
      commands.forEach(command -> terminal.line("    " + command.shown()));
    }
    return 0;
  }

  /// Runs them one after the other, until one fails; returns the exit code.
  public int run(RunFacts run) throws IOException, InterruptedException {
    for (var command : commands) {
      terminal.line("  trigger " + command.shown());
      int code = run(command, run);
      if (code != 0) {
        terminal
            .err()
            .println("dataflow: trigger " + command.index() + " ended with exit code " + code);
        return 1;
      }
    }
    return 0;
  }

  private static int run(TriggerCommand command, RunFacts run)
      throws IOException, InterruptedException {
    var variables = command.variables(run.of(command.index()));
    var builder = new ProcessBuilder(command.words(variables)).inheritIO();
    builder.environment().putAll(variables);
    try {
      return builder.start().waitFor();
    } catch (IOException e) {
      throw new CommandException("trigger %d: %s".formatted(command.index(), e.getMessage()), e);
    }
  }
}
