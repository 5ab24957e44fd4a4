package io.dataflow.cli.chaos;

import io.dataflow.api.spec.DataFlowSpec;
import io.dataflow.cli.chaos.world.ChaosServers;
import io.dataflow.cli.chaos.world.ServerKind;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// Does to the servers of a flow and to the network between what a processor must live through.
final class Faults {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int LIFE_MILLIS = 2000;
  private static final int PAUSE_MILLIS = 1500;
  private static final int SKIPPED = 6;

  private final ServerKind source;
  private final ServerKind sink;
  private final ChaosServers servers;
  private final Random random;

  Faults(DataFlowSpec spec, ChaosServers servers, Random random) {
    this.source = ServerKind.of(spec.source());
    this.sink = ServerKind.of(spec.sink());
    this.servers = servers;
    this.random = random;
  }

  /// Does it, and returns when the world is whole again.
  void happen(Fault fault) throws InterruptedException {
    switch (fault) {
      case CUT -> {
        TimeUnit.MILLISECONDS.sleep(random.nextInt(LIFE_MILLIS));
        servers.proxy(source).cut();
        servers.proxy(sink).cut();
      }
      case CUT_BEFORE_COMMIT -> cutAt(KillMoment.BEFORE_COMMIT);
      case CUT_AFTER_COMMIT -> cutAt(KillMoment.AFTER_COMMIT);
      case PAUSE -> pause();
      case RESTART_SOURCE -> servers.restart(source);
      case RESTART_SINK -> servers.restart(sink);
      case CRASH_SOURCE -> servers.crash(source);
      case CRASH_SINK -> servers.crash(sink);
    }
  }

  private void cutAt(KillMoment moment) throws InterruptedException {
    var proxy = servers.proxy(sink);
    proxy.trap(moment.moment().orElseThrow(), random.nextInt(SKIPPED)).await(PATIENCE);
    proxy.disarm();
  }

  private void pause() throws InterruptedException {
    servers.proxy(source).pause();
    servers.proxy(sink).pause();
    TimeUnit.MILLISECONDS.sleep(random.nextInt(PAUSE_MILLIS));
    servers.heal();
  }
}
