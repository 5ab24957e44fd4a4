package io.dataflow.cli.chaos;

import io.dataflow.cli.chaos.oracle.ChaosReport;
import io.dataflow.cli.chaos.oracle.Ledger;
import io.dataflow.cli.chaos.oracle.Routing;
import io.dataflow.cli.chaos.oracle.SinkPlace;
import io.dataflow.cli.chaos.oracle.SinkTally;
import io.dataflow.cli.chaos.world.ChaosServers;
import io.dataflow.cli.chaos.world.FlowEnds;
import io.dataflow.cli.chaos.world.LocalFlow;
import io.dataflow.cli.chaos.world.SinkContent;
import io.dataflow.cli.terminal.Live;
import io.dataflow.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// A run: the flow works while its processors are killed and its servers and connections fail; then
/// it is left alone until it has nothing more to do, and what the sinks hold is counted.
///
/// @param folder for the manifest, the position and the logs
public record Chaos(Terminal terminal, ChaosOptions options, Path folder) {
  private static final double FAULTS_A_KILL = 0.4;

  /// Runs it.
  public ChaosReport run(ChaosFlow flow, ChaosServers servers)
      throws IOException, InterruptedException {
    flow.check(options);
    var records = flow.records(options);
    var routing = new Routing(flow.spec(), records);
    var local = new LocalFlow(flow.flow(), flow.text(), servers);
    var manifest = Files.writeString(folder.resolve("flow.yaml"), local.manifest());
    var ends = new FlowEnds(local, servers, records);
    var sinks = ends.sinks(routing);
    var ledger = new Ledger();
    var progress = new ChaosProgress(options.kills(), ledger, sinks.values());
    try (var processors = new Processors(folder, manifest, options.secrets());
        var feeding = new Feeding(ends.source(), routing, ledger, options.rate());
        var live = new Live(terminal, progress::lines, progress::line)) {
      var faults = rage(flow, servers, processors, progress);
      servers.heal();
      feeding.end();
      progress.says("left alone");
      new Drain(ledger, sinks).await(processors);
      processors.stop();
      var tallies = tallies(routing, ledger, sinks);
      return new ChaosReport(
          options.seed(), tallies, progress.kills(), faults, List.copyOf(processors.ends()));
    } finally {
      servers.heal();
    }
  }

  /// All that goes wrong; every choice comes from the seed.
  private Map<String, Integer> rage(
      ChaosFlow flow, ChaosServers servers, Processors processors, ChaosProgress progress)
      throws InterruptedException {
    var random = new Random(options.seed());
    var moments = new Deck<>(KillMoment.of(flow.spec()), random);
    var choices = new Deck<>(List.of(Fault.values()), random);
    var killing = new Killing(flow.spec(), servers, processors, random);
    var faults = new Faults(flow.spec(), servers, random);
    var happened = new LinkedHashMap<String, Integer>();
    for (int kill = 0; kill < options.kills(); kill++) {
      killing.ensureOne();
      if (random.nextDouble() < FAULTS_A_KILL) {
        var fault = choices.draw();
        progress.says(fault.words());
        faults.happen(fault);
        happened.merge(fault.words(), 1, Integer::sum);
      }
      var moment = moments.draw();
      progress.says("waits to kill " + moment.words());
      progress.killed(killing.kill(moment));
    }
    killing.ensureOne();
    return happened;
  }

  private static Map<SinkPlace, SinkTally> tallies(
      Routing routing, Ledger ledger, Map<SinkPlace, SinkContent> sinks) {
    var expected = ledger.sinks();
    var tallies = new LinkedHashMap<SinkPlace, SinkTally>();
    for (byte i = 0; i < routing.sinks().size(); i++) {
      var place = routing.sinks().get(i);
      tallies.put(place, SinkTally.of(i, expected, sinks.get(place).numbers()));
    }
    return tallies;
  }
}
