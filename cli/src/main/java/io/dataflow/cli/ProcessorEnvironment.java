package io.dataflow.cli;

import io.dataflow.api.template.Schemes;
import io.dataflow.api.template.Templates;
import io.dataflow.cli.terminal.CommandException;
import io.dataflow.runtime.flow.FlowOptions.Extensions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the environment of a `processor` says (`docs/operations.md`).
///
/// @param variables all of it
record ProcessorEnvironment(Map<String, String> variables) {
  private static final String TIMEOUT = "PROCESSOR_PROGRESS_TIMEOUT_SECONDS";
  private static final String CAMEL_METRICS = "CAMEL_METRICS";

  /// The address of probes and metrics.
  ///
  /// @param flag what the command line says; it wins, unless it is blank
  String bindAddress(String flag) {
    return Stream.of(flag, variables.getOrDefault("BIND_ADDRESS", ""))
        .filter(address -> !address.isBlank())
        .findFirst()
        .orElse("0.0.0.0");
  }

  /// The token of a request to read everything once more.
  Optional<String> reset() {
    return Optional.ofNullable(variables.get("CHECKPOINT_RESET")).filter(it -> !it.isBlank());
  }

  /// When `/livez` says that nothing moves.
  ///
  /// @throws CommandException when it is no number of seconds
  Duration progressTimeout() {
    var text = variables.getOrDefault(TIMEOUT, "3600").strip();
    if (!text.matches("[0-9]{1,9}")) {
      throw new CommandException(
          TIMEOUT + ": `" + text + "` is no number of seconds. Write for example 3600, or 0.");
    }
    return Duration.ofSeconds(Long.parseLong(text));
  }

  /// Whether Camel's own metrics are wanted.
  ///
  /// @throws CommandException when it is neither `true` nor `false`
  boolean camelMetrics() {
    var text = variables.getOrDefault(CAMEL_METRICS, "").strip();
    return switch (text) {
      case "true" -> true;
      case "false", "" -> false;
      default ->
          throw new CommandException(
              CAMEL_METRICS + ": `" + text + "` is neither `true` nor `false`. Write one of them.");
    };
  }

  /// What Camel may use in the flow: the templates in a folder and in those below it, and what
  /// `CAMEL_ALLOW` names.
  Extensions extensions(Path folder) {
    var folders = new ArrayList<Path>();
    folders.add(folder);
    if (Files.isDirectory(folder)) {
      try (var below = Files.list(folder)) {
        below.filter(Files::isDirectory).sorted().forEach(folders::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    var allowed =
        Stream.of(variables.getOrDefault("CAMEL_ALLOW", "").split(","))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toSet());
    return new Extensions(Templates.in(folders), new Schemes(allowed));
  }
}
