package io.dataflow.runtime;

import io.dataflow.api.spec.DataFlowSpec;
import io.dataflow.runtime.flow.FlowOptions;
import io.dataflow.runtime.flow.RunningFlow;
import io.dataflow.runtime.flow.state.FlowCounters;
import io.dataflow.runtime.flow.state.UntilIdle;
import io.dataflow.runtime.health.HealthServer;
import io.dataflow.runtime.health.Jolokia;
import io.dataflow.runtime.health.Status;
import io.dataflow.runtime.log.Logging;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Runs one flow in this process: what a pod does, and what `./dataflow run` does.
public final class FlowRunner implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(50);

  private final RunningFlow flow;
  private final FlowOptions options;
  private final Optional<HealthServer> health;
  private final Optional<Jolokia> jolokia;
  private boolean stopped;
  private volatile boolean exhausted;

  private FlowRunner(
      RunningFlow flow,
      FlowOptions options,
      Optional<HealthServer> health,
      Optional<Jolokia> jolokia) {
    this.flow = flow;
    this.options = options;
    this.health = health;
    this.jolokia = jolokia;
  }

  /// Starts the flow. The probes answer at once; the source is read as soon as every sink can be
  /// reached.
  ///
  /// @throws io.dataflow.runtime.connector.FlowException when the flow cannot run, with the reason
  public static FlowRunner start(DataFlowSpec spec, FlowOptions options) {
    Logging.flow(options.namespace(), options.name());
    var flow = new RunningFlow(spec, options);
    var health = HealthServer.start(flow, options);
    try {
      flow.start();
      var jolokia = options.monitoring().jolokiaPort().map(Jolokia::start);
      return new FlowRunner(flow, options, health, jolokia);
    } catch (RuntimeException e) {
      flow.stop();
      health.ifPresent(HealthServer::close);
      throw e;
    }
  }

  /// Waits until the flow ends by itself or is stopped.
  ///
  /// @return 0 when all is well, 1 when [#failure] says why not
  public int await() throws InterruptedException {
    var end = options.timeouts().untilIdle().map(time -> new UntilIdle(flow.state(), time));
    while (!flow.state().awaitEnd(LOOK)) {
      if (end.filter(UntilIdle::isReached).isPresent()) {
        exhausted = true;
        break;
      }
      flow.giveUpWhenUnreachable();
    }
    stop();
    return failure().isPresent() ? 1 : 0;
  }

  /// Ends the flow: the batch in hand is finished, positions are committed. Once is enough.
  public synchronized void stop() {
    if (stopped) {
      return;
    }
    stopped = true;
    flow.stop();
    health.ifPresent(HealthServer::close);
    jolokia.ifPresent(Jolokia::close);
  }

  @Override
  public void close() {
    stop();
  }

  /// Why the flow ended by itself, for a person.
  public Optional<String> failure() {
    return flow.state().failure();
  }

  /// Whether the flow has ended because its source has nothing more, and not because it was told
  /// to.
  public boolean isExhausted() {
    return exhausted;
  }

  /// How it is, as `/status` says it.
  public Status status() {
    return Status.of(flow);
  }

  /// How many records have gone where.
  public FlowCounters counters() {
    return flow.counters();
  }

  /// Which ends cannot be reached at the moment, and why.
  public Map<String, String> troubles() {
    return flow.state().troubles();
  }

  /// Whether the source is read and every end can be reached.
  public boolean isReady() {
    return flow.state().isReady();
  }

  /// The port of probes and metrics; -1 when there is none.
  public int port() {
    return health.map(HealthServer::port).orElse(-1);
  }
}
