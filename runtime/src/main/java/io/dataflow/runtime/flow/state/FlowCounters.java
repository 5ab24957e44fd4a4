package io.dataflow.runtime.flow.state;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// How many records of a flow have gone where, since its start.
public final class FlowCounters {
  private final LongAdder received = new LongAdder();
  private final LongAdder acknowledged = new LongAdder();
  private final LongAdder dropped = new LongAdder();
  private final LongAdder rejected = new LongAdder();
  private final Map<String, LongAdder> written = new ConcurrentHashMap<>();

  /// Records read from the source.
  public long received() {
    return received.sum();
  }

  /// Records read whose position the source may pass.
  public long acknowledged() {
    return acknowledged.sum();
  }

  /// Records that a filter dropped.
  public long dropped() {
    return dropped.sum();
  }

  /// Records that could not be parsed, transformed or written.
  public long rejected() {
    return rejected.sum();
  }

  /// Records written, by sink: `main`, `route-0`, `errors`.
  public Map<String, Long> written() {
    var counts = new TreeMap<String, Long>();
    written.forEach((sink, count) -> counts.put(sink, count.sum()));
    return counts;
  }

  /// Records were read.
  public void receive(long count) {
    received.add(count);
  }

  /// Records are where they belong.
  public void acknowledge(long count) {
    acknowledged.add(count);
  }

  /// Records were dropped.
  public void drop(long count) {
    dropped.add(count);
  }

  /// Records were rejected.
  public void reject(long count) {
    rejected.add(count);
  }

  /// A sink has records.
  public void write(String sink, long count) {
    written.computeIfAbsent(sink, _ -> new LongAdder()).add(count);
  }
}
