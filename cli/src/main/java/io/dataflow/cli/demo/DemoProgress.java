package io.dataflow.cli.demo;

import io.dataflow.cli.progress.FlowProgress;
import io.dataflow.cli.terminal.Amount;
import io.dataflow.cli.terminal.Colour;
import io.dataflow.cli.terminal.Gauge;
import io.dataflow.cli.terminal.Terminal;
import io.dataflow.runtime.FlowRunner;
import java.util.ArrayList;
import java.util.List;

/// How the demo gets on: orders in, rows out.
final class DemoProgress {
  private static final int GAUGE_WIDTH = 30;

  private final Terminal terminal;
  private final OrderProducer producer;
  private final FlowRunner runner;
  private final long records;
  private final FlowProgress flow;

  DemoProgress(Terminal terminal, OrderProducer producer, FlowRunner runner, long records) {
    this.terminal = terminal;
    this.producer = producer;
    this.runner = runner;
    this.records = records;
    this.flow = new FlowProgress(terminal, runner);
  }

  List<String> lines() {
    var counters = runner.counters();
    var written = counters.written();
    var lines = new ArrayList<String>();
    lines.add(row("produced", producer.produced(), gauge(producer.produced())));
    lines.add(row("done", counters.acknowledged(), gauge(counters.acknowledged())));
    for (var place : Place.values()) {
      lines.add(
          place == Place.DROPPED
              ? row(place.exit(), counters.dropped(), "by the filter")
              : row(place.exit(), written.getOrDefault(place.exit(), 0L), place.table()));
    }
    lines.add("  " + flow.elapsed() + ", " + terminal.paint(Colour.BOLD, flow.rate()));
    runner
        .troubles()
        .values()
        .forEach(why -> lines.add("  " + terminal.paint(Colour.YELLOW, "waiting: ") + why));
    return lines;
  }

  String line() {
    return "produced " + Amount.count(producer.produced()) + "   " + flow.line();
  }

  private static String row(String name, long count, String what) {
    return String.format("  %-10s %12s  %s", name, Amount.count(count), what);
  }

  private String gauge(long count) {
    return Gauge.of(count, records, GAUGE_WIDTH)
        + String.format(" %3d %%", records == 0 ? 100 : count * 100 / records);
  }
}
