package io.dataflow.cli.sample;

import io.dataflow.api.model.problem.Problem;
import io.dataflow.api.spec.DataFlowSpec;
import io.dataflow.api.spec.Manifest;
import io.dataflow.api.spec.Reading;
import io.dataflow.cli.manifest.ManifestFile;
import io.dataflow.cli.terminal.CommandException;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Collectors;

/// The flow of a sample. It needs no Secrets, because nothing connects to anything.
final class SampleFlow {
  // Good for every field: the checks want a connection string to look like one.
  private static final String PLACEHOLDER = "host=unknown";

  private SampleFlow() {}

  static DataFlowSpec of(Sample sample) {
    var file = sample.file(Sample.FLOW).toString();
    var text = ManifestFile.read(file, InputStream.nullInputStream()).text();
    return switch (Manifest.parse(text).bind((secret, key) -> Optional.of(PLACEHOLDER))) {
      case Reading.Valid valid -> valid.flow().spec();
      case Reading.Invalid invalid ->
          throw new CommandException(
              invalid.problems().stream()
                  .filter(Problem::isError)
                  .map(problem -> file + ": " + problem)
                  .collect(Collectors.joining(System.lineSeparator())));
    };
  }
}
