package io.dataflow.cli.testing;

import io.dataflow.cli.sample.Sample;
import io.dataflow.cli.terminal.Amount;
import io.dataflow.cli.terminal.Colour;
import io.dataflow.cli.terminal.CommandException;
import io.dataflow.cli.terminal.Terminal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Runs samples once, or again and again as they change, and says how they went.
public final class TestSession {
  private static final int NAMED_MAX = 3;

  private final Terminal terminal;
  private final SampleFolders folders;
  private final SampleTests tests;
  private final Optional<Path> junit;
  private final ResultLines lines;
  private final Map<Path, SampleResult> results = new HashMap<>();

  /// Of the samples in these directories.
  ///
  /// @param junit where the results are written as XML, too
  public TestSession(
      Terminal terminal, SampleFolders folders, SampleTests tests, Optional<Path> junit) {
    this.terminal = terminal;
    this.folders = folders;
    this.tests = tests;
    this.junit = junit;
    this.lines = new ResultLines(terminal);
  }

  /// Runs all of them once.
  ///
  /// @return the exit code: 0 when all have passed
  public int run() throws InterruptedException {
    var samples = folders.samples();
    return run(samples, samples);
  }

  /// Runs all of them, and then those that change, until the watch is closed.
  ///
  /// @return the exit code: 0 when all have passed at the last time
  public int watch(FolderWatch changes) throws InterruptedException {
    int code = run();
    while (true) {
      terminal.line(terminal.paint(Colour.DIM, "watching; Ctrl-C ends"));
      var changed = changes.next();
      if (changed.isEmpty()) {
        return code;
      }
      terminal.line("");
      terminal.line(terminal.paint(Colour.DIM, "changed: " + named(changed.get())));
      try {
        var samples = folders.samples();
        code = run(samples.stream().filter(it -> isTouched(it, changed.get())).toList(), samples);
      } catch (CommandException none) {
        // There may be samples again after the next change.
        terminal.line(terminal.paint(Colour.RED, "✗ ") + none.getMessage());
        code = 1;
      }
    }
  }

  private int run(List<Sample> some, List<Sample> all) throws InterruptedException {
    var begin = Instant.now();
    long nanos = System.nanoTime();
    for (var result : tests.run(some, lines::show)) {
      results.put(result.folder(), result);
    }
    var time = Duration.ofNanos(System.nanoTime() - nanos);
    var current = all.stream().map(sample -> results.get(sample.folder())).toList();
    lines.summarize(current, time);
    junit.ifPresent(file -> JUnitReport.write(file, current, begin, time));
    return current.stream().allMatch(SampleResult::passed) ? 0 : 1;
  }

  /// Also a sample that has not run yet, because it was no sample before.
  private boolean isTouched(Sample sample, Set<Path> changed) {
    var folder = sample.folder();
    return !results.containsKey(folder)
        || changed.stream().anyMatch(it -> it.startsWith(folder) || folder.startsWith(it));
  }

  private static String named(Set<Path> changed) {
    var names =
        changed.stream().limit(NAMED_MAX).map(Path::toString).collect(Collectors.joining(", "));
    return changed.size() <= NAMED_MAX
        ? names
        : names + " and " + Amount.count(changed.size() - NAMED_MAX, "file") + " more";
  }
}
