package io.dataflow.runtime.kafka.source;

import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.SourceEvents;
import io.dataflow.runtime.connector.UnavailableException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// What a source has told its flow.
final class HeardEvents implements SourceEvents {
  final AtomicInteger ready = new AtomicInteger();
  final AtomicInteger polls = new AtomicInteger();
  final AtomicInteger exhausted = new AtomicInteger();
  final AtomicLong missed = new AtomicLong();
  final List<String> incomplete = new CopyOnWriteArrayList<>();
  final List<String> warnings = new CopyOnWriteArrayList<>();
  final List<String> unavailable = new CopyOnWriteArrayList<>();
  final List<String> failures = new CopyOnWriteArrayList<>();

  @Override
  public void ready() {
    ready.incrementAndGet();
  }

  @Override
  public void polled(int records) {
    polls.incrementAndGet();
  }

  @Override
  public void exhausted() {
    exhausted.incrementAndGet();
  }

  @Override
  public void unavailable(UnavailableException why) {
    unavailable.add(why.getMessage());
  }

  @Override
  public void incomplete(String why) {
    incomplete.add(why);
  }

  @Override
  public void missed(long records, String why) {
    missed.addAndGet(records);
    warnings.add(why);
  }

  @Override
  public void failed(FlowException why) {
    failures.add(why.getMessage());
  }
}
