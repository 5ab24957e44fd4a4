package io.dataflow.cli;

import io.dataflow.cli.terminal.Terminal;
import java.util.List;

/// Where `./dataflow` begins.
public final class Main {
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
            : Commands.run(args, terminal);
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
}
