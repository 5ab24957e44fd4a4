package io.dataflow.benchmarks.steps.loop;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Who takes part.
public enum Way {
  /// The processor's own steps with orders.
  CHAIN(Job.ORDERS, "the processor's steps", Job.ORDERS::chain),
  /// A loop on Jackson's tree.
  TREE(Job.ORDERS, "loop by hand, Jackson tree", TreeLoop::new),
  /// A loop on Jackson's tokens.
  STREAM(Job.ORDERS, "loop by hand, Jackson tokens", StreamLoop::new),
  /// A loop on bare bytes.
  BYTES(Job.ORDERS, "loop by hand, bytes, nothing checked", BytesLoop::new),
  /// The processor's own steps with events.
  EVENT_CHAIN(Job.EVENTS, "the processor's steps", Job.EVENTS::chain),
  /// A loop on Jackson's tree.
  EVENT_TREE(Job.EVENTS, "loop by hand, Jackson tree", EventTreeLoop::new),
  /// A loop on Jackson's tokens.
  EVENT_STREAM(Job.EVENTS, "loop by hand, Jackson tokens", EventStreamLoop::new);

  private final Job job;
  private final String words;
  private final Supplier<StepsLoop> maker;

  Way(Job job, String words, Supplier<StepsLoop> maker) {
    this.job = job;
    this.words = words;
    this.maker = maker;
  }

  /// The ways of a job, the processor's own first.
  public static List<Way> of(Job job) {
    return Stream.of(values()).filter(way -> way.job == job).toList();
  }

  /// What the results call it.
  public String words() {
    return words;
  }

  /// A loop of its own.
  public StepsLoop loop() {
    return maker.get();
  }
}
