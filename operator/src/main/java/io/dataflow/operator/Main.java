package io.dataflow.operator;

import io.dataflow.kubernetes.http.HttpEndpoint;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/// What `/manager` runs.
public final class Main {
  private Main() {}

  /// Runs the operator until it is told to end, or the subcommand that the words name.
  public static void main(String[] args) {
    var environment = System.getenv();
    HttpEndpoint.limitAll();
    System.exit(
        new CommandLine(new ManagerCommand(environment))
            .addSubcommand(new UninstallCommand(environment))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler(
                (thrown, command, _) -> {
                  command.getErr().println("dataflow-operator: " + why(thrown));
                  return 1;
                })
            .execute(args));
  }

  /// One line for a person; where it comes from is seen with LOG_LEVEL=debug.
  private static String why(Exception thrown) {
    LoggerFactory.getLogger(Main.class).debug("ended", thrown);
    var causes =
        Stream.<Throwable>iterate(thrown, Objects::nonNull, Throwable::getCause)
            .filter(cause -> cause.getMessage() != null)
            .toList();
    // What was tried, and what stood in the way; whoever is between repeats both.
    var tried = causes.stream().filter(KubernetesClientException.class::isInstance);
    return Stream.concat(tried.limit(1), causes.reversed().stream().limit(1))
        .map(cause -> cause.getClass().getSimpleName() + ": " + cause.getMessage())
        .distinct()
        .collect(Collectors.joining(": "));
  }
}
