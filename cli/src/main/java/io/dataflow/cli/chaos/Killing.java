package io.dataflow.cli.chaos;

import io.dataflow.api.spec.DataFlowSpec;
import io.dataflow.cli.chaos.world.ChaosServers;
import io.dataflow.testbed.proxy.Moment;
import io.dataflow.testbed.server.ServerProcess;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// Kills processors (SIGKILL), one at a time, and lets the next one come at once.
final class Killing {
  /// A processor may take long to start on a machine that has other work.
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int LIFE_MILLIS = 4000;
  private static final int SHUTDOWN_MILLIS = 150;
  private static final int SKIPPED = 6;

  private final DataFlowSpec spec;
  private final ChaosServers servers;
  private final Processors processors;
  private final Random random;

  Killing(DataFlowSpec spec, ChaosServers servers, Processors processors, Random random) {
    this.spec = spec;
    this.servers = servers;
    this.processors = processors;
    this.random = random;
  }

  /// Kills one processor, at this moment or, when that does not come, at any.
  ///
  /// @return when it died
  KillMoment kill(KillMoment wanted) throws InterruptedException {
    ensureOne();
    return switch (wanted) {
      case AT_RANDOM -> killAtRandom();
      case IN_SHUTDOWN -> killInShutdown();
      case BEFORE_WRITE,
          AFTER_WRITE,
          BEFORE_COMMIT,
          AFTER_COMMIT,
          BEFORE_POSITION,
          AFTER_POSITION ->
          killAt(wanted, wanted.moment().orElseThrow(), random.nextInt(SKIPPED));
      case IN_REBALANCE -> {
        processors.start();
        yield killAt(wanted, wanted.moment().orElseThrow(), random.nextInt(2));
      }
    };
  }

  /// A flow that has no processor gets one, as Kubernetes would give it.
  void ensureOne() {
    if (processors.running().isEmpty()) {
      processors.start();
    }
  }

  private ServerProcess victim() {
    ensureOne();
    var running = processors.running();
    return running.get(random.nextInt(running.size()));
  }

  /// One in three may die before it has read anything, the others at work.
  private KillMoment killAtRandom() throws InterruptedException {
    if (random.nextInt(3) > 0) {
      awaitWork();
    }
    TimeUnit.MILLISECONDS.sleep(random.nextInt(LIFE_MILLIS));
    processors.kill(victim());
    return KillMoment.AT_RANDOM;
  }

  /// One that has ended before it could be killed has stopped well, and another one is tried.
  private KillMoment killInShutdown() throws InterruptedException {
    while (true) {
      ensureOne();
      awaitWork();
      var victim = victim();
      processors.terminate(victim);
      TimeUnit.MILLISECONDS.sleep(random.nextInt(SHUTDOWN_MILLIS));
      if (processors.kill(victim)) {
        return KillMoment.IN_SHUTDOWN;
      }
    }
  }

  /// Returns when the flow has just written something.
  private void awaitWork() throws InterruptedException {
    var proxy = servers.proxy(KillMoment.BEFORE_WRITE.server(spec));
    var trap = proxy.trap(KillMoment.BEFORE_WRITE.moment().orElseThrow(), 1);
    trap.await(PATIENCE);
    proxy.disarm();
  }

  private KillMoment killAt(KillMoment wanted, Moment moment, int skipped)
      throws InterruptedException {
    var proxy = servers.proxy(wanted.server(spec));
    var trap = proxy.trap(moment, skipped);
    boolean come = trap.await(PATIENCE);
    processors.kill(victim());
    proxy.disarm();
    return come ? wanted : KillMoment.AT_RANDOM;
  }
}
