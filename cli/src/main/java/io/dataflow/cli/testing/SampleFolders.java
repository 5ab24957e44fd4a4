package io.dataflow.cli.testing;

import io.dataflow.cli.sample.Sample;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;

/// Directories that are samples or hold some.
public record SampleFolders(List<Path> folders) {

  /// The samples in them, each once, in the order in which the directories were named.
  ///
  /// @throws io.dataflow.cli.terminal.CommandException when one of them holds none
  public List<Sample> samples() {
    var known = new HashSet<Path>();
    return folders.stream()
        .flatMap(folder -> Sample.in(folder).stream())
        .filter(sample -> known.add(sample.folder().toAbsolutePath().normalize()))
        .toList();
  }
}
