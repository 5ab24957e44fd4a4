package io.dataflow.cli.testing;

import io.dataflow.cli.sample.Sample;
import io.dataflow.cli.sample.SampleTest;
import io.dataflow.cli.terminal.CommandException;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.flow.FlowOptions.Extensions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

/// Runs samples, several at the same time.
///
/// @param now the time that the flows are told; each sample's own, or the real one, when empty
/// @param extensions the templates that a flow in a folder may use
/// @param update whether what comes out is written into the samples' files instead of compared
/// @param parallel how many run at the same time, at most
public record SampleTests(
    Optional<Instant> now, Function<String, Extensions> extensions, boolean update, int parallel) {

  /// Runs them.
  ///
  /// @param each told of each sample as soon as it and all before it are done, so that the order is
  ///     always the same
  public List<SampleResult> run(List<Sample> samples, Consumer<SampleResult> each)
      throws InterruptedException {
    var threads = Thread.ofPlatform().daemon().name("sample-", 0).factory();
    var executor = Executors.newFixedThreadPool(Math.clamp(samples.size(), 1, parallel), threads);
    try {
      var running = samples.stream().map(it -> executor.submit(() -> run(it))).toList();
      var results = new ArrayList<SampleResult>();
      for (var future : running) {
        results.add(future.get());
        each.accept(results.getLast());
      }
      return results;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause().getMessage(), e);
    } finally {
      executor.shutdownNow();
    }
  }

  private SampleResult run(Sample sample) {
    long begin = System.nanoTime();
    try {
      var test = new SampleTest(sample, now, extensions.apply(sample.folder().toString()));
      var report = update ? test.update() : test.compare();
      return new SampleResult.Compared(report, since(begin));
    } catch (CommandException | FlowException unusable) {
      return new SampleResult.Unusable(sample.folder(), unusable.getMessage(), since(begin));
    } catch (RuntimeException unexpected) {
      // Not the sample's fault: all ends, and its author need not look for what is wrong in it.
      throw new IllegalStateException(sample.folder() + ": " + unexpected, unexpected);
    }
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }
}
