package io.dataflow.cli.sample;

import io.dataflow.cli.terminal.CommandException;
import io.dataflow.runtime.StepRoutes;
import io.dataflow.runtime.flow.FlowOptions.Extensions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Runs a sample's messages through its flow and compares what comes out with its files.
public final class SampleTest {
  private final Sample sample;
  private final MessageFile in;
  private final Outcome outcome;

  /// Runs the messages.
  ///
  /// @param extensions templates that the flow may name
  /// @param now the time that the flow is told; the sample's own, or the real one, when empty
  /// @throws CommandException when the sample's files do not make a sample
  public SampleTest(Sample sample, Optional<Instant> now, Extensions extensions) {
    this.sample = sample;
    var spec = SampleFlow.of(sample);
    this.in = sample.required(Sample.IN, "The messages that go into the flow, one a line.");
    try (var routes = StepRoutes.of(spec, extensions)) {
      var time = now.or(sample::now).orElseGet(Instant::now);
      this.outcome = new SampleRun(spec, routes, time).run(in.lines());
    }
  }

  /// What is different from the sample's files.
  public SampleReport compare() {
    if (!sample.has(Sample.OUT)) {
      throw new CommandException(
          sample.file(Sample.OUT)
              + ": missing. The messages that must reach the main sink, one a line; --update"
              + " writes it.");
    }
    var files = new TreeSet<>(outcome.files());
    files.addAll(sample.expectations());
    var differences = new ArrayList<List<String>>();
    files.forEach(file -> differences.addAll(differences(file)));
    return new SampleReport(sample.folder(), in.lines().size(), summary(), differences);
  }

  private List<List<String>> differences(String file) {
    if (sample.has(file)) {
      var expected = MessageFile.read(sample.file(file));
      return new Expectation(file, expected.lines(), outcome.at(file), expected.envelopes())
          .differences();
    }
    var first = outcome.at(file).getFirst();
    return List.of(
        List.of(
            file + ": not there, but " + belongs(outcome.at(file).size()) + " into it",
            "  first     " + Brief.of(first.text())));
  }

  private static String belongs(int count) {
    return count == 1 ? "1 message belongs" : count + " messages belong";
  }

  /// Writes what came out into the sample's files, with metadata where the file had it already.
  public SampleReport update() {
    new SampleUpdate(sample, outcome).write();
    return new SampleReport(sample.folder(), in.lines().size(), summary(), List.of());
  }

  private String summary() {
    var routed =
        outcome.files().stream()
            .filter(Sample::isRoute)
            .mapToInt(file -> outcome.at(file).size())
            .sum();
    return in.lines().size()
        + " in, "
        + outcome.at(Sample.OUT).size()
        + " out, "
        + routed
        + " on routes, "
        + outcome.at(Sample.DEAD).size()
        + " dead";
  }
}
