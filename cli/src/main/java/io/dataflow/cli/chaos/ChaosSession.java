package io.dataflow.cli.chaos;

import io.dataflow.cli.chaos.oracle.ChaosReport;
import io.dataflow.cli.chaos.world.ChaosServers;
import io.dataflow.cli.chaos.world.ServerKind;
import io.dataflow.cli.terminal.Amount;
import io.dataflow.cli.terminal.Colour;
import io.dataflow.cli.terminal.Terminal;
import io.dataflow.testbed.Goodbye;
import io.dataflow.testbed.server.Folder;
import java.util.stream.Collectors;

/// A run of `dataflow chaos` on servers of its own, from their start to the verdict. It is apart
/// from the command, because an image has the command and no servers.
///
/// @param file the manifest's name, to tell how the run is made again
public record ChaosSession(Terminal terminal, ChaosOptions options, String file) {

  /// Kills the flow, counts, and says what came of it.
  ///
  /// @return the exit code: 0 when every promise was kept
  public int run(ChaosFlow flow) throws Exception {
    var folder = Folder.temporary("chaos");
    try (var goodbye = new Goodbye(() -> sayGoodbye(folder));
        var servers = servers(flow)) {
      return judged(new Chaos(terminal, options, folder.path()).run(flow, servers), folder);
    }
  }

  private ChaosServers servers(ChaosFlow flow) {
    var needed = ServerKind.of(flow.spec());
    var titles = needed.stream().map(ServerKind::title).collect(Collectors.joining(" and "));
    terminal.line("The seed is " + options.seed() + ". Starting " + titles + " …");
    return ChaosServers.start(needed);
  }

  private int judged(ChaosReport report, Folder folder) {
    terminal.line("");
    terminal.lines(report.lines());
    terminal.line("");
    var again =
        "./dataflow chaos " + file + " --kills " + options.kills() + " --seed " + report.seed();
    if (report.wrongs().isEmpty()) {
      folder.deleteIfTemporary();
      terminal.line(
          terminal.paint(Colour.GREEN, "Every promise was kept")
              + " over "
              + Amount.count(report.killed(), "kill")
              + ". Again: "
              + again);
      return 0;
    }
    report.wrongs().forEach(wrong -> terminal.line(terminal.paint(Colour.RED, wrong)));
    terminal.line("The logs of the processors are in " + folder.path() + ". Again: " + again);
    return 1;
  }

  private void sayGoodbye(Folder folder) {
    folder.deleteIfTemporary();
    terminal.line("");
    terminal.line("Stopped. The servers and all they held are gone.");
    terminal.out().close();
    terminal.err().close();
  }
}
