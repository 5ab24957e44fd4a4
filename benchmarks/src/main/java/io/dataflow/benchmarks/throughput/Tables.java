package io.dataflow.benchmarks.throughput;

import io.dataflow.benchmarks.measure.Figures;
import io.dataflow.benchmarks.measure.Spread;
import io.dataflow.benchmarks.measure.Table;
import io.dataflow.benchmarks.orders.OrderTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The results as a reader wants them.
record Tables(Map<Contestant, List<LapResult>> results) {
  Table speed() {
    var table =
        new Table(
            "what", "records/s", "of the loop", "from first row on", "wall s", "CPU s", "peak RSS");
    results.forEach(
        (contestant, laps) ->
            table.row(
                contestant.words(),
                Figures.spread(Spread.of(laps, LapResult::rate)),
                ofTheLoop(laps),
                fromFirstRow(laps),
                Figures.decimal(Spread.of(laps, LapResult::wallSeconds).median(), 1),
                Figures.decimal(Spread.of(laps, lap -> lap.process().cpuSeconds()).median(), 1),
                Figures.megabytes(Spread.of(laps, lap -> lap.process().peak()).median())));
    return table;
  }

  /// Nothing for who commits once.
  private static String fromFirstRow(List<LapResult> laps) {
    var flow = Spread.of(laps, LapResult::flow).median();
    return flow == 0 ? "" : Figures.whole(flow);
  }

  /// The median over the rounds of the ratio to the loop's run in the same round.
  private String ofTheLoop(List<LapResult> laps) {
    return ratio(laps, results.getOrDefault(new HandLoop(), List.of()));
  }

  private static String ratio(List<LapResult> laps, List<LapResult> others) {
    var ratios =
        IntStream.range(0, Math.min(others.size(), laps.size()))
            .mapToObj(round -> laps.get(round).rate() / others.get(round).rate())
            .toList();
    return ratios.isEmpty() ? "" : Figures.decimal(Spread.of(ratios, ratio -> ratio).median(), 2);
  }

  /// The raw mode beside the plain one, as far as both have run.
  Optional<Table> rawMode() {
    var plain = results.getOrDefault(new Processor(OrderTable.RAW), List.of());
    var raw =
        Stream.of(OrderTable.WHOLE, OrderTable.INDEXED)
            .map(Processor::new)
            .filter(results::containsKey)
            .toList();
    if (plain.isEmpty() || raw.isEmpty()) {
      return Optional.empty();
    }
    var table = new Table("what", "rows/s", "of plain mode");
    raw.forEach(
        it ->
            table.row(
                it.words(),
                Figures.spread(Spread.of(results.get(it), LapResult::rate)),
                ratio(results.get(it), plain)));
    return Optional.of(table);
  }

  /// Resident memory while the records pass.
  Table memory() {
    var parts = List.of(0.1, 0.25, 0.5, 0.75, 1.0);
    var headings = new ArrayList<>(List.of("resident memory when this many rows are there"));
    parts.forEach(part -> headings.add(Figures.whole(part * 100) + " %"));
    var table = new Table(headings.toArray(String[]::new));
    results.forEach(
        (contestant, laps) -> {
          var cells = new ArrayList<>(List.of(contestant.words()));
          parts.forEach(
              part ->
                  cells.add(Figures.megabytes(Spread.of(laps, lap -> memory(lap, part)).median())));
          table.row(cells.toArray(String[]::new));
        });
    return table;
  }

  private static long memory(LapResult lap, double part) {
    Instant when = lap.commits().when(part);
    return lap.process().memory().at(when);
  }
}
