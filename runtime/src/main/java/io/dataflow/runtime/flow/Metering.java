package io.dataflow.runtime.flow;

import io.dataflow.runtime.connector.Delivery;
import io.dataflow.runtime.flow.state.FlowState;
import io.dataflow.runtime.flow.state.Phase;
import io.dataflow.runtime.metrics.FlowMeters;
import io.dataflow.runtime.metrics.SinkMeter;
import io.dataflow.runtime.metrics.SourceMeter;
import io.dataflow.runtime.metrics.StepMeter;
import io.dataflow.runtime.metrics.TaskMeter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The metrics of each part of a flow.
final class Metering {
  private final FlowMeters meters;
  private final SourceMeter source;
  private final TaskMeter task;
  private final Map<String, SinkMeter> sinks = new LinkedHashMap<>();

  Metering(Flow flow, FlowMeters meters) {
    this.meters = meters;
    var state = flow.state();
    source = meters.source(Flow.type(flow.spec().source()), () -> state.isReachable("source"));
    task = meters.task(flow.spec().transformations().size());
    flow.sinks()
        .forEach(
            (way, sink) ->
                sinks.put(
                    way,
                    meters.sink(
                        Flow.type(sink),
                        end(new SinkName(way)),
                        flow.label(way),
                        () -> state.isReachable(way))));
    ofState(flow, state);
  }

  private static String end(SinkName sink) {
    return sink.isMain() ? "sink" : sink.brief();
  }

  private void ofState(Flow flow, FlowState state) {
    for (var phase : Phase.values()) {
      meters.gauge(
          "status",
          "1 for the phase that the flow is in.",
          () -> Phase.of(state) == phase ? 1 : 0,
          "phase",
          phase.label());
    }
    meters.gauge(
        "task_active_messages",
        "Messages read that are not settled yet.",
        () -> flow.counters().received() - flow.counters().acknowledged());
    meters.gauge(
        "source_messages_missed",
        "Messages that were deleted in the source before they were read.",
        state::missed);
  }

  FlowMeters all() {
    return meters;
  }

  SourceMeter source() {
    return source;
  }

  TaskMeter task() {
    return task;
  }

  /// The meter of the step at this place, from 0.
  StepMeter step(String type, int index) {
    return meters.step(type, index);
  }

  /// The meter of the sink whose route has this id.
  SinkMeter sink(String way) {
    return sinks.get(way);
  }

  /// Deliveries are on their way to their sinks.
  void queued(List<Delivery> deliveries) {
    for (var delivery : deliveries) {
      Optional.ofNullable(sinks.get(delivery.way()))
          .ifPresent(sink -> sink.queued(delivery.size()));
    }
  }

  /// A batch ends before all of it is written.
  void cancel() {
    sinks.forEach(
        (way, sink) -> {
          int messages = sink.cancel();
          task.cancelled(new SinkName(way).isErrors() ? 0 : messages);
        });
  }

  /// An end of the flow could not be reached at the start.
  void unconnected(String end, String errorType) {
    switch (end) {
      case "source" -> source.failed("connect", errorType);
      case "checkpoint" ->
          meters.connectorError("checkpoint", "checkpoint", "connect", errorType).increment();
      default -> sinks.get(end).unconnected(errorType);
    }
  }
}
