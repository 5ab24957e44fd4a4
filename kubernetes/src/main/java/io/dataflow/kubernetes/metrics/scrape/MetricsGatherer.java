package io.dataflow.kubernetes.metrics.scrape;

import io.dataflow.kubernetes.http.PodFailure;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Gathers the metrics of pods. A pod that does not answer costs only its own; pods that did
/// not answer the last time are asked last, so that many of them cost nobody else's either.
final class MetricsGatherer {
  private final Supplier<List<ScrapedPod>> pods;
  private final MeterRegistry registry;
  private final ScrapeRules rules;
  private final ScrapeLimits limits;
  private final PodScraper page;
  private final Set<ScrapedPod> silent = ConcurrentHashMap.newKeySet();

  MetricsGatherer(
      Supplier<List<ScrapedPod>> pods,
      MeterRegistry registry,
      ScrapeRules rules,
      ScrapeLimits limits) {
    this.pods = pods;
    this.registry = registry;
    this.rules = rules;
    this.limits = limits;
    this.page = new PodScraper(limits.port(), limits.pod());
    for (var reason : PodFailure.values()) {
      failures(reason);
    }
  }

  private Counter failures(PodFailure reason) {
    return Counter.builder(rules.errors())
        .description("Pods whose metrics could not be had, by reason.")
        .tag("reason", reason.toString())
        .register(registry);
  }

  /// Asks all pods and returns what they say as one compressed page.
  byte[] gather() {
    var all = pods.get();
    silent.retainAll(Set.copyOf(all));
    var merged = new MetricsAggregator(rules);
    var turns = new Semaphore(limits.concurrency(), true);
    long deadline = System.nanoTime() + limits.page().toNanos();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      all.stream()
          .sorted(Comparator.comparing(silent::contains))
          .forEach(pod -> threads.submit(() -> add(pod, merged, turns, deadline)));
    }
    return merged.compressed();
  }

  private void add(ScrapedPod pod, MetricsAggregator merged, Semaphore turns, long deadline) {
    var failure = failure(pod, merged, turns, deadline);
    failure.ifPresent(reason -> failures(reason).increment());
    if (failure.isPresent()) {
      silent.add(pod);
    } else {
      silent.remove(pod);
    }
    merged.addOwn(pod, rules.up(failure.isEmpty()));
  }

  private Optional<PodFailure> failure(
      ScrapedPod pod, MetricsAggregator merged, Semaphore turns, long deadline) {
    try {
      if (!turns.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        return Optional.of(PodFailure.TIMEOUT);
      }
      try {
        return failure(pod, merged);
      } finally {
        turns.release();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.of(PodFailure.TIMEOUT);
    }
  }

  private Optional<PodFailure> failure(ScrapedPod pod, MetricsAggregator merged)
      throws InterruptedException {
    return switch (page.read(pod)) {
      case ScrapeResult.Failed failed -> Optional.of(failed.reason());
      case ScrapeResult.Answered answered -> {
        merged.add(pod, answered.families());
        yield Optional.empty();
      }
    };
  }
}
