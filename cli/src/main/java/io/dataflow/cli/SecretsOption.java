package io.dataflow.cli;

import io.dataflow.api.model.secret.Secrets;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/// `--secrets`, of every command that reads a flow with the values of its Secrets.
final class SecretsOption {
  @Option(
      names = "--secrets",
      paramLabel = "DIR",
      description = "Where values of Secrets are: DIR/<secret>/<key>.")
  private Optional<Path> folder = Optional.empty();

  /// The folder that was named.
  Optional<Path> folder() {
    return folder;
  }

  /// What is in it; nothing when none was named.
  Secrets values() {
    return folder.map(Secrets::directory).orElse(Secrets.none());
  }
}
