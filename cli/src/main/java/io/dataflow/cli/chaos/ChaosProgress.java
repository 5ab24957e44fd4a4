package io.dataflow.cli.chaos;

import io.dataflow.cli.chaos.oracle.Ledger;
import io.dataflow.cli.chaos.world.SinkContent;
import io.dataflow.cli.progress.Stopwatch;
import io.dataflow.cli.terminal.Amount;
import io.dataflow.cli.terminal.CommandException;
import io.dataflow.cli.terminal.Gauge;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How a run gets on, for a person who watches.
final class ChaosProgress {
  private static final int GAUGE_WIDTH = 30;

  private final Stopwatch stopwatch = new Stopwatch();
  private final Map<KillMoment, Integer> kills = new LinkedHashMap<>();
  private final int wanted;
  private final Ledger ledger;
  private final Collection<SinkContent> sinks;
  private volatile String now = "starts";
  private volatile int killed;
  private long held;

  /// @param wanted how many kills there will be
  ChaosProgress(int wanted, Ledger ledger, Collection<SinkContent> sinks) {
    this.wanted = wanted;
    this.ledger = ledger;
    this.sinks = sinks;
  }

  /// What happens at present.
  void says(String words) {
    now = words;
  }

  /// A processor has been killed.
  void killed(KillMoment moment) {
    kills.merge(moment, 1, Integer::sum);
    killed++;
  }

  /// How often at which moment, in words.
  Map<String, Integer> kills() {
    var words = new LinkedHashMap<String, Integer>();
    kills.forEach((moment, times) -> words.put(moment.words(), times));
    return words;
  }

  List<String> lines() {
    return List.of(
        "  kills     %12s  %s".formatted(count(), Gauge.of(killed, wanted, GAUGE_WIDTH)),
        "  produced  %12s".formatted(Amount.count(ledger.size())),
        "  held      %12s".formatted(Amount.count(held())),
        "  " + Amount.time(stopwatch.elapsed()) + ", " + now);
  }

  String line() {
    return "%s   kills %s   produced %s   held %s   %s"
        .formatted(
            Amount.time(stopwatch.elapsed()),
            count(),
            Amount.count(ledger.size()),
            Amount.count(held()),
            now);
  }

  private String count() {
    return killed + "/" + wanted;
  }

  /// What the sinks hold, as far as it is known: a server that is down says nothing.
  private long held() {
    try {
      held = sinks.stream().mapToLong(SinkContent::count).sum();
    } catch (CommandException down) {
      return held;
    }
    return held;
  }
}
