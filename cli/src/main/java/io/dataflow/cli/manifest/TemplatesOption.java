package io.dataflow.cli.manifest;

import io.dataflow.api.template.Schemes;
import io.dataflow.api.template.Templates;
import io.dataflow.runtime.flow.FlowOptions.Extensions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/// `--templates` and `--allow`, of every command that runs or judges what Camel does in a flow.
public final class TemplatesOption {
  @Option(
      names = "--templates",
      paramLabel = "DIR",
      description =
          "Route templates and Kamelets: DIR/*.yaml, besides those in the manifest's own folder.")
  private List<Path> folders = List.of();

  @Option(
      names = "--allow",
      paramLabel = "NAME",
      split = ",",
      description = "Components of Camel's that are refused as a rule: exec, bean, file, …")
  private List<String> allowed = List.of();

  /// Nothing but what lies beside the manifest.
  public TemplatesOption() {}

  /// What a flow in this file may use; `-` is in no folder.
  public Extensions beside(String file) {
    var all = new ArrayList<>(folders);
    var path = Path.of(file);
    if (!file.equals("-")) {
      all.add(Files.isDirectory(path) ? path : path.toAbsolutePath().getParent());
    }
    return in(all);
  }

  private Extensions in(List<Path> all) {
    return new Extensions(
        Templates.in(all.stream().map(it -> it.toAbsolutePath().normalize()).toList()),
        new Schemes(Set.copyOf(allowed)));
  }
}
