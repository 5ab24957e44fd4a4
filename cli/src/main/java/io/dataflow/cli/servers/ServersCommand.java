package io.dataflow.cli.servers;

import io.dataflow.cli.terminal.Terminal;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `dataflow servers`: the servers that flows name, on this machine.
@Command(
    name = "servers",
    header = "Starts servers to try flows with, and prints their addresses.",
    description = {
      "",
      "They listen on 127.0.0.1 alone and run until Ctrl-C; nothing of them stays behind. Each is",
      "fetched when a machine starts it for the first time.",
      "",
    },
    footer = {
      "",
      "Examples:",
      "  dataflow servers kafka postgresql",
      "  dataflow servers kafka clickhouse schema-registry",
    })
public final class ServersCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "NAME",
      arity = "1..*",
      converter = ServerNameConverter.class,
      completionCandidates = ServersCommand.Names.class,
      description = "Which: ${COMPLETION-CANDIDATES}.")
  private List<ServerName> names;

  /// A command that speaks on this terminal.
  public ServersCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /// The names for shells and the help.
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return ServerName.words().iterator();
    }
  }

  @Override
  public Integer call() throws Exception {
    return new ServersSession(terminal, List.copyOf(new TreeSet<>(names))).run();
  }
}
