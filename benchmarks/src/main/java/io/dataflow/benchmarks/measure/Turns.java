package io.dataflow.benchmarks.measure;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Contestants in one JVM that have taken turns, round by round, so that whatever else the machine
/// does meets all of them alike.
///
/// @param <C> what a contestant is known by
/// @param turns what each has done, in the order of the rounds
public record Turns<C>(Map<C, List<Turn>> turns) {

  /// What a contestant does again and again for as long as its turn takes.
  @FunctionalInterface
  public interface Work {
    /// Works on some records and tells how many.
    long once() throws Exception;
  }

  /// Lets them take turns. Each has a turn of ten times the length before, which does not count,
  /// and all of them have that twice, because what one does may undo what was compiled for another.
  public static <C> Turns<C> take(Map<C, Work> contestants, int rounds, Duration length)
      throws Exception {
    for (int i = 0; i < 2; i++) {
      for (var work : contestants.values()) {
        turn(work, length.multipliedBy(10));
      }
    }
    var turns = new LinkedHashMap<C, List<Turn>>();
    for (int round = 0; round < rounds; round++) {
      for (var contestant : contestants.entrySet()) {
        turns
            .computeIfAbsent(contestant.getKey(), _ -> new ArrayList<>())
            .add(turn(contestant.getValue(), length));
      }
    }
    return new Turns<>(turns);
  }

  private static Turn turn(Work work, Duration length) throws Exception {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long allocated = threads.getCurrentThreadAllocatedBytes();
    long cpu = system.getProcessCpuTime();
    long start = System.nanoTime();
    long records = 0;
    do {
      records += work.once();
    } while (System.nanoTime() - start < length.toNanos());
    return new Turn(
        records,
        (System.nanoTime() - start) / 1e9,
        (system.getProcessCpuTime() - cpu) / 1e9,
        threads.getCurrentThreadAllocatedBytes() - allocated);
  }

  /// A figure of a contestant over its turns.
  public Spread of(C contestant, ToDoubleFunction<Turn> figure) {
    return Spread.of(turns.get(contestant), figure);
  }

  /// The median of how many times as large a figure is for one as for another in the same round.
  public double ratio(C one, C other, ToDoubleFunction<Turn> figure) {
    var ones = turns.get(one);
    var others = turns.get(other);
    var ratios =
        IntStream.range(0, ones.size())
            .mapToObj(i -> figure.applyAsDouble(ones.get(i)) / figure.applyAsDouble(others.get(i)))
            .toList();
    return Spread.of(ratios, ratio -> ratio).median();
  }
}
