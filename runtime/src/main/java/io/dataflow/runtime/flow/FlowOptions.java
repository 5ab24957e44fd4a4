package io.dataflow.runtime.flow;

import io.dataflow.runtime.checkpoint.CheckpointOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// How a processor runs one flow.
///
/// @param namespace the flow's namespace, for logs and metrics
/// @param name the flow's name, for logs, metrics and JMX
/// @param bindAddress address of the probes and metrics
/// @param port port of the probes and metrics; 0 takes any that is free, -1 opens none
/// @param untilIdle end when the source is exhausted, nothing has come for that long and all is
///     acknowledged; zero ends as soon as it is exhausted
/// @param checkpoint where a polling source's position may be kept
/// @param connectPatience give up when the ends cannot be reached for that long at the start; empty
///     waits for ever
/// @param progressTimeout `/livez` says stale when nothing has moved for that long; zero never
/// @param stopPatience how long a stop waits for the batch in hand
/// @param member what this processor is called among those that share the flow's source; empty when
///     it is one of many that nobody tells apart
/// @param jolokiaPort port of Jolokia on localhost; empty switches it off
public record FlowOptions(
    String namespace,
    String name,
    String bindAddress,
    int port,
    Optional<Duration> untilIdle,
    CheckpointOptions checkpoint,
    Optional<Duration> connectPatience,
    Duration progressTimeout,
    Duration stopPatience,
    Optional<String> member,
    Optional<Integer> jolokiaPort) {

  /// What a pod runs with: port 9090, no end, all the patience (`docs/operations.md`).
  public static FlowOptions of(String namespace, String name) {
    return new FlowOptions(
        namespace,
        name,
        "0.0.0.0",
        9090,
        Optional.empty(),
        CheckpointOptions.none(),
        Optional.empty(),
        Duration.ofHours(1),
        Duration.ofSeconds(30),
        Optional.empty(),
        Optional.empty());
  }

  /// The same with another address and port for probes and metrics.
  public FlowOptions withPort(String address, int number) {
    return new FlowOptions(
        namespace,
        name,
        address,
        number,
        untilIdle,
        checkpoint,
        connectPatience,
        progressTimeout,
        stopPatience,
        member,
        jolokiaPort);
  }

  /// The same, ending when the source is idle for that long.
  public FlowOptions withUntilIdle(Optional<Duration> time) {
    return new FlowOptions(
        namespace,
        name,
        bindAddress,
        port,
        time,
        checkpoint,
        connectPatience,
        progressTimeout,
        stopPatience,
        member,
        jolokiaPort);
  }

  /// The same with a file for the position.
  public FlowOptions withCheckpoint(Optional<Path> file) {
    return withCheckpoint(checkpoint.withFile(file));
  }

  /// The same with another place for the position.
  public FlowOptions withCheckpoint(CheckpointOptions place) {
    return new FlowOptions(
        namespace,
        name,
        bindAddress,
        port,
        untilIdle,
        place,
        connectPatience,
        progressTimeout,
        stopPatience,
        member,
        jolokiaPort);
  }

  /// The same, giving up when the ends cannot be reached for that long at the start.
  public FlowOptions withConnectPatience(Optional<Duration> time) {
    return new FlowOptions(
        namespace,
        name,
        bindAddress,
        port,
        untilIdle,
        checkpoint,
        time,
        progressTimeout,
        stopPatience,
        member,
        jolokiaPort);
  }

  /// The same with another limit for `/livez`.
  public FlowOptions withProgressTimeout(Duration time) {
    return new FlowOptions(
        namespace,
        name,
        bindAddress,
        port,
        untilIdle,
        checkpoint,
        connectPatience,
        time,
        stopPatience,
        member,
        jolokiaPort);
  }

  /// The same with a name among those that share the source.
  public FlowOptions withMember(Optional<String> name) {
    return new FlowOptions(
        namespace,
        this.name,
        bindAddress,
        port,
        untilIdle,
        checkpoint,
        connectPatience,
        progressTimeout,
        stopPatience,
        name,
        jolokiaPort);
  }

  /// The same with Jolokia on this port of localhost.
  public FlowOptions withJolokia(Optional<Integer> number) {
    return new FlowOptions(
        namespace,
        name,
        bindAddress,
        port,
        untilIdle,
        checkpoint,
        connectPatience,
        progressTimeout,
        stopPatience,
        member,
        number);
  }
}
