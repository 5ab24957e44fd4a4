package io.dataflow.operator.poll;

import io.dataflow.operator.desired.FlowName;
import io.dataflow.operator.status.ProcessorReport;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Asks every processor for its `/status` again and again. One that does not answer costs nobody
/// else anything: what it said last stays, and how it ended is in its pod.
public final class ProcessorPoller implements AutoCloseable {
  private static final int AT_ONCE = 64;
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Supplier<List<ProcessorAddress>> processors;
  private final ProcessorReports reports;
  private final Consumer<FlowName> changed;
  private final Duration interval;
  private final Semaphore slots = new Semaphore(AT_ONCE);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(PATIENCE).executor(threads).build();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("processor-poller").factory());

  /// @param processors those that run now
  /// @param changed is called for a flow whose processor has said something new
  public ProcessorPoller(
      Supplier<List<ProcessorAddress>> processors,
      ProcessorReports reports,
      Consumer<FlowName> changed,
      Duration interval) {
    this.processors = processors;
    this.reports = reports;
    this.changed = changed;
    this.interval = interval;
  }

  /// Begins to ask.
  public void start() {
    long pause = interval.toMillis();
    clock.scheduleWithFixedDelay(this::round, pause, pause, TimeUnit.MILLISECONDS);
  }

  private void round() {
    try {
      var tasks =
          processors.get().stream()
              .map(processor -> Executors.callable(() -> ask(processor)))
              .toList();
      threads.invokeAll(tasks);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void ask(ProcessorAddress processor) {
    answer(processor)
        .filter(report -> reports.note(processor.flow(), processor.pod(), report))
        .ifPresent(_ -> changed.accept(processor.flow()));
  }

  private Optional<ProcessorReport> answer(ProcessorAddress processor) {
    try {
      slots.acquire();
      try {
        var request =
            HttpRequest.newBuilder(URI.create(processor.url("/status"))).timeout(PATIENCE).build();
        var response = http.send(request, BodyHandlers.ofString());
        return response.statusCode() == 200
            ? ProcessorReport.parse(response.body())
            : Optional.empty();
      } finally {
        slots.release();
      }
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
    threads.shutdownNow();
    http.shutdownNow();
  }
}
