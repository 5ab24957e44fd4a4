package io.dataflow.cli;

import io.dataflow.cli.terminal.CommandException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
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
}
