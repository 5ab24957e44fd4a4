package io.dataflow.operator.processor;

import io.dataflow.kubernetes.controller.KeyedRateLimiter;
import io.dataflow.kubernetes.http.PodClient;
import io.dataflow.kubernetes.http.PodFailure;
import io.dataflow.kubernetes.http.PodResponse;
import io.dataflow.operator.workload.FlowName;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks every processor for its `/status` again and again. One that does not answer costs nobody
/// else anything: what it said last stays, and how it ended is in its pod.
public final class ProcessorPoller implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ProcessorPoller.class);
  private static final int CONCURRENCY = 64;
  private static final int LARGEST = 16 << 10;
  private static final Duration TIMEOUT = Duration.ofSeconds(3);
  private static final Duration ROUND_TIMEOUT = Duration.ofSeconds(30);

  /// One flow's counts at a time, and so no more than twenty a second.
  private static final long TICK_MILLIS = 50;

  private final Supplier<List<ProcessorAddress>> processors;
  private final ProcessorReports reports;
  private final Consumer<FlowName> changed;
  private final Consumer<PodFailure> failed;
  private final Duration interval;
  private final KeyedRateLimiter<FlowName> limiter;
  private final Semaphore slots = new Semaphore(CONCURRENCY);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final PodClient client = new PodClient(TIMEOUT, LARGEST);
  private final ScheduledExecutorService clock =
      Executors.newScheduledThreadPool(
          2, Thread.ofPlatform().daemon().name("processor-poller-", 0).factory());

  /// @param processors those that run now
  /// @param changed is called for a flow whose processor has said something new
  /// @param failed receives the reason when a processor did not answer
  /// @param interval between two rounds
  /// @param counts between two calls for a flow of which nothing but the counts has changed
  public ProcessorPoller(
      Supplier<List<ProcessorAddress>> processors,
      ProcessorReports reports,
      Consumer<FlowName> changed,
      Consumer<PodFailure> failed,
      Duration interval,
      Duration counts) {
    this.processors = processors;
    this.reports = reports;
    this.changed = changed;
    this.failed = failed;
    this.interval = interval;
    this.limiter = new KeyedRateLimiter<>(counts, () -> ThreadLocalRandom.current().nextDouble());
  }

  /// Begins to ask.
  public void start() {
    long pause = interval.toMillis();
    clock.scheduleWithFixedDelay(this::round, pause, pause, TimeUnit.MILLISECONDS);
    clock.scheduleAtFixedRate(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void tick() {
    limiter.next(System.nanoTime()).ifPresent(changed);
  }

  private void round() {
    try {
      var tasks = new ArrayList<Callable<Boolean>>();
      for (var processor : processors.get()) {
        tasks.add(() -> answers(processor));
      }
      // Not always the same ones are left out when many do not answer.
      Collections.shuffle(tasks);
      threads.invokeAll(tasks, ROUND_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      // There would never be another round.
      LOG.error("processors could not be asked how they are", e);
    }
  }

  private boolean answers(ProcessorAddress processor) throws InterruptedException {
    slots.acquire();
    try {
      var answer = client.get(URI.create(processor.url("/status")), "application/json");
      return switch (answer) {
        case PodResponse.Failed(var reason) -> fails(reason);
        case PodResponse.Page(var text) -> says(processor, ProcessorReport.parse(text));
      };
    } finally {
      slots.release();
    }
  }

  private boolean fails(PodFailure reason) {
    failed.accept(reason);
    return false;
  }

  private boolean says(ProcessorAddress processor, Optional<ProcessorReport> report) {
    if (report.isEmpty()) {
      return fails(PodFailure.FORMAT);
    }
    switch (reports.record(processor.flow(), processor.pod(), report.get())) {
      case NOTHING -> {}
      case COUNTS -> limiter.add(processor.flow(), System.nanoTime());
      case STATE -> changed.accept(processor.flow());
    }
    return true;
  }

  @Override
  public void close() {
    clock.shutdownNow();
    threads.shutdownNow();
    client.close();
  }
}
