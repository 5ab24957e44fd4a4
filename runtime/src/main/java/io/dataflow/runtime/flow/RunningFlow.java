package io.dataflow.runtime.flow;

import io.dataflow.api.json.JsonObject;
import io.dataflow.api.spec.DataFlowSpec;
import io.dataflow.runtime.checkpoint.Checkpoints;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.SinkConnector;
import io.dataflow.runtime.connector.SinkContext;
import io.dataflow.runtime.connector.SourceContext;
import io.dataflow.runtime.connector.StoredPositions;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.flow.state.CheckpointWatch;
import io.dataflow.runtime.flow.state.FailureReason;
import io.dataflow.runtime.flow.state.FlowCounters;
import io.dataflow.runtime.flow.state.FlowState;
import io.dataflow.runtime.flow.state.SourceWatch;
import io.dataflow.runtime.metrics.FlowMeters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One flow from start to stop: sinks first, so that what can never work is said before the first
/// record is read; then the source; at the end the other way round.
public final class RunningFlow {
  private static final Logger LOG = LoggerFactory.getLogger(RunningFlow.class);

  private final FlowState state = new FlowState();
  private final FlowCounters counters = new FlowCounters();
  private final List<AutoCloseable> open = new ArrayList<>();
  private final FlowOptions options;
  private final Flow flow;
  private final Metering metering;
  private final FlowContext context;
  private final Connecting connecting;
  private final Connectors connectors = new Connectors();
  private boolean stopped;

  /// A flow that does nothing yet.
  public RunningFlow(DataFlowSpec spec, FlowOptions options) {
    this.options = options;
    this.flow = new Flow(spec, state, counters);
    this.metering = new Metering(flow, new FlowMeters(options.namespace(), options.name()));
    this.context =
        new FlowContext(
            flow, metering, options.name(), stopPatience(), options.extensions().templates());
    if (options.monitoring().camelMetrics()) {
      context.meter(metering.all().registry());
    }
    this.connecting =
        new Connecting(
            state,
            options.timeouts().connect(),
            (end, why) -> metering.unconnected(end, why.type().label()));
  }

  /// Connects the sinks, then reads the source.
  public void start() {
    try {
      context.checkEndpoints(options.extensions());
      var steps = connectors.steps(flow);
      steps.values().forEach(open::addFirst);
      context.addFlow(steps);
      var sinks = sinks();
      for (var sink : sinks.entrySet()) {
        connecting.until(sink.getKey(), sink.getValue()::open);
        if (!connecting.isAllowed()) {
          return;
        }
        context.addSink(sink.getKey(), sink.getValue());
        LOG.info("{} has each record {}", sink.getKey(), guarantees().get(sink.getKey()));
      }
      context.camel().start();
      startSource(sinks);
    } catch (FlowException e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FlowException("stopped while it started", e);
    } catch (Exception e) {
      throw new FlowException(FailureReason.atStart(e), e);
    }
  }

  private Map<String, SinkConnector> sinks() {
    if (flow.spec().isEffectivelyOnce() && options.name().isEmpty()) {
      throw new FlowException(
          "spec.delivery: the source's position is stored under the flow's name, and this flow has"
              + " none. Give it `metadata.name`.");
    }
    var sinks = new LinkedHashMap<String, SinkConnector>();
    flow.sinks()
        .forEach(
            (way, spec) -> {
              var around = new SinkContext(options.id(), flow.spec(), way);
              var sink = connectors.sink(spec, around);
              open.addFirst(sink);
              sinks.put(way, sink);
            });
    return sinks;
  }

  private void startSource(Map<String, SinkConnector> sinks) throws Exception {
    var choice =
        new Checkpoints(
            flow.spec(),
            options.namespace(),
            options.kind().checkpoint(options.name()),
            options.checkpoint(),
            stopPatience());
    var checkpoints = choice.store(new CheckpointWatch(state, metering.all()));
    open.addFirst(checkpoints);
    var source =
        connectors.source(
            new SourceContext(
                options.name(),
                flow.spec(),
                new SourceWatch(state, metering.source()),
                checkpoints,
                options.timeouts().untilIdle().isPresent(),
                options.member(),
                stored(sinks)));
    open.addFirst(source);
    metering.source().waiting(source::waiting);
    for (var it : source.gauges()) {
      metering.source().gauge(it.name(), it.help(), it.labels(), it.value());
    }
    connecting.until("checkpoint", () -> checkpoints.open(source.type(), choice.reset()));
    connecting.until("source", source::check);
    if (connecting.isAllowed()) {
      context.addSource(source);
    }
  }

  /// What sinks store of a source that has its position from nowhere else.
  private Optional<StoredPositions> stored(Map<String, SinkConnector> sinks) {
    return Optional.<StoredPositions>of(() -> takeOver(sinks))
        .filter(_ -> flow.spec().isEffectivelyOnce() && flow.spec().source().polls());
  }

  private static Map<String, JsonObject> takeOver(Map<String, SinkConnector> sinks)
      throws UnavailableException {
    var stored = new LinkedHashMap<String, JsonObject>();
    for (var sink : sinks.entrySet()) {
      sink.getValue().takeOver().ifPresent(position -> stored.put(sink.getKey(), position));
    }
    return stored;
  }

  /// A third of the time that the pod has is for the batch in hand, and a third for the position.
  private Duration stopPatience() {
    var third = Duration.ofSeconds(Math.max(1, flow.spec().terminationGracePeriodSeconds() / 3));
    return third.compareTo(options.timeouts().stop()) < 0 ? third : options.timeouts().stop();
  }

  /// Fails the flow when its source has not been reached in the time allowed.
  public void giveUpWhenUnreachable() {
    if (!state.hasStarted()) {
      connecting.giveUpWhenLate();
    }
  }

  /// Finishes the batch in hand, commits, closes everything.
  public synchronized void stop() {
    if (stopped) {
      return;
    }
    stopped = true;
    state.stopping(stopPatience());
    context.stop();
    for (var closeable : open) {
      close(closeable);
    }
    LOG.info("The flow has stopped: {} records read", counters.received());
  }

  private void close(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception e) {
      // The others must still be closed; what this one could not keep is read again next time.
      state.concerned("not closed in good order: " + e.getMessage());
    }
  }

  /// How often a record may arrive in each sink, in words, by the id of its route.
  public Map<String, String> guarantees() {
    var guarantees = new LinkedHashMap<String, String>();
    flow.sinks().keySet().forEach(way -> guarantees.put(way, flow.guarantee(way).words()));
    return guarantees;
  }

  /// How the flow is.
  public FlowState state() {
    return state;
  }

  /// How many records have gone where.
  public FlowCounters counters() {
    return counters;
  }

  /// The flow's metrics.
  public FlowMeters meters() {
    return metering.all();
  }
}
