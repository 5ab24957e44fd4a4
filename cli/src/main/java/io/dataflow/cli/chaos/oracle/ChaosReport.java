package io.dataflow.cli.chaos.oracle;

import io.dataflow.cli.terminal.Amount;
import io.dataflow.cli.terminal.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What came of a run: what each sink holds, how processors ended, and the verdict.
///
/// @param sinks the tally of each sink, in the order of the flow
/// @param kills how often a processor was killed at each moment, in words
/// @param faults how often each other fault happened, in words
/// @param ends how processors ended that nobody had asked to, with the last of what they said
public record ChaosReport(
    long seed,
    Map<SinkPlace, SinkTally> sinks,
    Map<String, Integer> kills,
    Map<String, Integer> faults,
    List<String> ends) {

  /// All that is wrong, a line each; empty when every promise was kept.
  public List<String> wrongs() {
    var wrongs = new ArrayList<String>();
    sinks.forEach(
        (place, tally) -> {
          add(wrongs, place, tally.lost(), "lost");
          add(wrongs, place, tally.stray(), "where it does not belong");
          add(wrongs, place, tally.outOfOrder(), "out of order");
          if (place.promise() == Promise.EFFECTIVELY_ONCE) {
            add(wrongs, place, tally.repeated(), "repeated, and effectively once was promised");
          }
        });
    ends.forEach(end -> wrongs.add("a processor " + end));
    return wrongs;
  }

  private static void add(List<String> wrongs, SinkPlace place, long count, String what) {
    if (count > 0) {
      wrongs.add("sink:" + place.name() + ": " + Amount.count(count, "record") + " " + what);
    }
  }

  /// How many processors were killed.
  public int killed() {
    return kills.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// What happened and what each sink holds, as tables.
  public List<String> lines() {
    var lines = new ArrayList<>(occasions().lines());
    lines.add("");
    lines.addAll(tallies().lines());
    return lines;
  }

  private Table occasions() {
    var table = new Table("what happened", "times");
    kills.forEach((moment, times) -> table.row("killed " + moment, Amount.count(times)));
    faults.forEach((fault, times) -> table.row(fault, Amount.count(times)));
    return table;
  }

  private Table tallies() {
    var table =
        new Table(
            "sink", "promise", "expected", "held", "lost", "repeated", "stray", "out of order");
    sinks.forEach(
        (place, tally) ->
            table.row(
                place.name(),
                place.promise().words(),
                Amount.count(tally.expected()),
                Amount.count(tally.held()),
                Amount.count(tally.lost()),
                Amount.count(tally.repeated()),
                Amount.count(tally.stray()),
                Amount.count(tally.outOfOrder())));
    return table;
  }
}
