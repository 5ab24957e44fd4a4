package io.dataflow.benchmarks.throughput;

import io.dataflow.benchmarks.measure.Figures;
import io.dataflow.benchmarks.measure.Spread;
import io.dataflow.benchmarks.measure.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

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
    var loop = results.getOrDefault(new HandLoop(), List.of());
    var ratios =
        IntStream.range(0, Math.min(loop.size(), laps.size()))
            .mapToObj(round -> laps.get(round).rate() / loop.get(round).rate())
            .toList();
    return ratios.isEmpty() ? "" : Figures.decimal(Spread.of(ratios, ratio -> ratio).median(), 2);
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
