package io.dataflow.runtime.flow;

import io.dataflow.api.model.problem.Problem;
import io.dataflow.api.spec.DataFlowSpec;
import io.dataflow.api.spec.FlowKind;
import io.dataflow.api.template.EndpointCheck;
import io.dataflow.api.template.Schemes;
import io.dataflow.api.template.Templates;
import io.dataflow.runtime.checkpoint.CheckpointOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How a processor runs one flow.
///
/// @param namespace the flow's namespace, for logs and metrics
/// @param name the flow's name, for logs, metrics and JMX
/// @param kind of the object that it runs for
/// @param member what this processor is called among those that share the flow's source; empty when
///     it is one of many that nobody tells apart
/// @param monitoring where it can be asked how it is
/// @param timeouts how long it waits, and for what
/// @param checkpoint where a polling source's position may be kept
/// @param extensions what the flow's author may use besides the model
public record FlowOptions(
    String namespace,
    String name,
    FlowKind kind,
    Optional<String> member,
    Monitoring monitoring,
    Timeouts timeouts,
    CheckpointOptions checkpoint,
    Extensions extensions) {

  /// What the flow's author may use besides the model.
  ///
  /// @param templates the route templates and Kamelets at hand
  /// @param schemes which of Camel's components they may use
  public record Extensions(Templates templates, Schemes schemes) {
    /// No template, and nothing that is refused as a rule.
    public static Extensions none() {
      return new Extensions(Templates.none(), Schemes.byDefault());
    }

    /// What is wrong with the endpoints of a flow that runs with them in this process.
    public List<Problem> problems(DataFlowSpec spec) {
      return EndpointCheck.of(spec, templates, schemes, Extensions::hasComponent);
    }

    private static boolean hasComponent(String scheme) {
      return Extensions.class.getResource(COMPONENTS + scheme) != null;
    }

    private static final String COMPONENTS = "/META-INF/services/org/apache/camel/component/";
  }

  /// Where a processor can be asked how it is.
  ///
  /// @param bindAddress address of the probes and metrics
  /// @param port port of the probes and metrics; 0 takes any that is free, -1 opens none
  /// @param jolokiaPort port of Jolokia on localhost; empty switches it off
  /// @param camelMetrics whether Camel's own metrics of its routes are beside the flow's
  public record Monitoring(
      String bindAddress, int port, Optional<Integer> jolokiaPort, boolean camelMetrics) {}

  /// How long a processor waits, and for what.
  ///
  /// @param untilIdle end when the source is exhausted, nothing has come for that long and all is
  ///     acknowledged; zero ends as soon as it is exhausted; empty never ends
  /// @param connect give up when the ends cannot be reached for that long at the start; empty waits
  ///     for ever
  /// @param progress `/livez` says stale when nothing has moved for that long; zero never
  /// @param stop how long a stop waits for the batch in hand
  public record Timeouts(
      Optional<Duration> untilIdle, Optional<Duration> connect, Duration progress, Duration stop) {}

  /// What a pod runs with: port 9090, no end, all the patience (`docs/operations.md`).
  public static FlowOptions of(String namespace, String name) {
    return new FlowOptions(
        namespace,
        name,
        FlowKind.DATA_FLOW,
        Optional.empty(),
        new Monitoring("0.0.0.0", 9090, Optional.empty(), false),
        new Timeouts(
            Optional.empty(), Optional.empty(), Duration.ofHours(1), Duration.ofSeconds(30)),
        CheckpointOptions.none(),
        Extensions.none());
  }

  /// What tells the flow from all others in a store that they share.
  public String id() {
    return kind.id(namespace, name);
  }

  /// The same for an object of another kind.
  public FlowOptions withKind(FlowKind other) {
    return new FlowOptions(
        namespace, name, other, member, monitoring, timeouts, checkpoint, extensions);
  }

  /// The same with another address and port for probes and metrics.
  public FlowOptions withPort(String address, int number) {
    return with(
        new Monitoring(address, number, monitoring.jolokiaPort(), monitoring.camelMetrics()));
  }

  /// The same with Jolokia on this port of localhost.
  public FlowOptions withJolokia(Optional<Integer> number) {
    return with(
        new Monitoring(
            monitoring.bindAddress(), monitoring.port(), number, monitoring.camelMetrics()));
  }

  /// The same, with Camel's own metrics of its routes or without.
  public FlowOptions withCamelMetrics(boolean wanted) {
    return with(
        new Monitoring(
            monitoring.bindAddress(), monitoring.port(), monitoring.jolokiaPort(), wanted));
  }

  /// The same, ending when the source is idle for that long.
  public FlowOptions withUntilIdle(Optional<Duration> time) {
    return with(new Timeouts(time, timeouts.connect(), timeouts.progress(), timeouts.stop()));
  }

  /// The same, giving up when the ends cannot be reached for that long at the start.
  public FlowOptions withConnectPatience(Optional<Duration> time) {
    return with(new Timeouts(timeouts.untilIdle(), time, timeouts.progress(), timeouts.stop()));
  }

  /// The same with another limit for `/livez`.
  public FlowOptions withProgressTimeout(Duration time) {
    return with(new Timeouts(timeouts.untilIdle(), timeouts.connect(), time, timeouts.stop()));
  }

  /// The same with a file for the position.
  public FlowOptions withCheckpoint(Optional<Path> file) {
    return withCheckpoint(checkpoint.withFile(file));
  }

  /// The same with another place for the position.
  public FlowOptions withCheckpoint(CheckpointOptions place) {
    return new FlowOptions(namespace, name, kind, member, monitoring, timeouts, place, extensions);
  }

  /// The same with a name among those that share the source.
  public FlowOptions withMember(Optional<String> among) {
    return new FlowOptions(
        namespace, name, kind, among, monitoring, timeouts, checkpoint, extensions);
  }

  /// The same with templates of the flow's author.
  public FlowOptions withExtensions(Extensions others) {
    return new FlowOptions(namespace, name, kind, member, monitoring, timeouts, checkpoint, others);
  }

  private FlowOptions with(Monitoring other) {
    return new FlowOptions(namespace, name, kind, member, other, timeouts, checkpoint, extensions);
  }

  private FlowOptions with(Timeouts other) {
    return new FlowOptions(
        namespace, name, kind, member, monitoring, other, checkpoint, extensions);
  }
}
