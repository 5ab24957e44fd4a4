package io.dataflow.cli.explain;

import java.util.List;
import java.util.stream.Stream;

/// What became of a message.
///
/// @param body what it was
/// @param stops the steps it came to, in order
/// @param end where that led
public record Trail(byte[] body, List<Stop> stops, End end) {

  /// The end of a message's way through the steps.
  public sealed interface End {
    /// It leaves for a sink.
    ///
    /// @param way the sink, as metrics and JMX have it: `main`, `route-0`
    /// @param body what the sink gets
    record Arrived(String way, byte[] body) implements End {}

    /// It is dropped by the last of its stops.
    record Dropped() implements End {}

    /// It is rejected by the last of its stops.
    ///
    /// @param original what goes to the error sink
    record Rejected(byte[] original) implements End {}

    /// Several came out of the last of its stops.
    ///
    /// @param first what became of the first ones
    /// @param count of all of them
    record Divided(List<Trail> first, int count) implements End {}
  }

  /// The ends of it and of all that came out of it.
  public Stream<End> ends() {
    return end instanceof End.Divided divided
        ? divided.first().stream().flatMap(Trail::ends)
        : Stream.of(end);
  }
}
