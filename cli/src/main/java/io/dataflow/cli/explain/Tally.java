package io.dataflow.cli.explain;

import io.dataflow.cli.terminal.Amount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// How many messages went where.
public final class Tally {
  private final Map<String, Long> counts = new LinkedHashMap<>();
  private int messages;

  /// Counts a message.
  public void add(Trail trail) {
    messages++;
    var ends = trail.ends().map(Tally::name).distinct().toList();
    ends.forEach(name -> counts.merge(name, 1L, Long::sum));
  }

  private static String name(Trail.End end) {
    return switch (end) {
      case Trail.End.Arrived(var way, var body) -> "to " + way;
      case Trail.End.Dropped _ -> "dropped";
      case Trail.End.Rejected _ -> "rejected";
      case Trail.End.Divided _ -> throw new IllegalStateException("it has ends of its own");
    };
  }

  /// In a line: `3 messages: 2 to main, 1 dropped`.
  public String line() {
    return Amount.count(messages, "message")
        + ": "
        + List.copyOf(counts.entrySet()).stream()
            .map(it -> Amount.count(it.getValue()) + " " + it.getKey())
            .collect(Collectors.joining(", "));
  }
}
