package io.dataflow.runtime.contract.source;

import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.SourceEvents;
import io.dataflow.runtime.connector.UnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// What a source has told its flow.
public final class SourceReports implements SourceEvents {
  private final AtomicInteger ready = new AtomicInteger();
  private final AtomicInteger exhausted = new AtomicInteger();
  private final AtomicInteger records = new AtomicInteger();
  private final List<UnavailableException> unavailable = new CopyOnWriteArrayList<>();
  private final List<FlowException> failures = new CopyOnWriteArrayList<>();

  @Override
  public void ready() {
    ready.incrementAndGet();
  }

  @Override
  public void polled(int count) {
    records.addAndGet(count);
  }

  @Override
  public void exhausted() {
    exhausted.incrementAndGet();
  }

  @Override
  public void unavailable(UnavailableException why) {
    unavailable.add(why);
  }

  @Override
  public void failed(FlowException why) {
    failures.add(why);
  }

  /// How often it was there, or there again.
  public int readyCount() {
    return ready.get();
  }

  /// How often it was read to its end.
  public int exhaustedCount() {
    return exhausted.get();
  }

  /// How many records its reads have brought, by its own count.
  public int polledRecords() {
    return records.get();
  }

  /// Why it could not be read for a while.
  public List<UnavailableException> unavailable() {
    return unavailable;
  }

  /// Why it can never be read.
  public List<FlowException> failures() {
    return failures;
  }

  /// The first reason why it can never be read.
  public Optional<String> failure() {
    return failures.stream().findFirst().map(Throwable::getMessage);
  }
}
