package io.dataflow.house;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Inside `runtime` packages use each other one way: the flow knows its connectors only by the
/// interface in `connector`, a connector knows nothing of the flow around it and nothing of other
/// connectors. A package that is not named here is a connector's.
final class Layers implements Rule {
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("log", Set.of()),
          Map.entry("metrics", Set.of()),
          Map.entry("connector", Set.of()),
          Map.entry("cluster", Set.of("connector")),
          Map.entry("checkpoint", Set.of("connector", "cluster")),
          Map.entry("flow.deadletter", Set.of("connector")),
          Map.entry("flow.state", Set.of("connector", "checkpoint", "metrics")),
          Map.entry(
              "flow",
              Set.of("connector", "checkpoint", "metrics", "flow.deadletter", "flow.state")),
          Map.entry("health", Set.of("flow", "flow.state", "connector")),
          Map.entry("", Set.of("flow", "flow.state", "connector", "checkpoint", "health", "log")));

  private static final Pattern PACKAGE =
      Pattern.compile("^package io\\.dataflow\\.runtime\\.?([\\w.]*);", Pattern.MULTILINE);
  private static final Pattern USE =
      Pattern.compile(
          "^import (?:static )?io\\.dataflow\\.runtime\\.?([a-z][a-z.]*)?\\.[A-Z]",
          Pattern.MULTILINE);

  @Override
  public Stream<Problem> problems(SourceFile file) {
    if (!file.isJava() || file.isTest()) {
      return Stream.empty();
    }
    return PACKAGE
        .matcher(file.text())
        .results()
        .flatMap(
            itself ->
                file.places(USE)
                    .filter(use -> !mayUse(itself.group(1), used(use.group(1))))
                    .map(
                        use ->
                            file.problem(
                                use,
                                "`{}` is of another layer",
                                "Say what both need in runtime/connector, or turn the dependency"
                                    + " round")));
  }

  private static String used(String name) {
    return name == null ? "" : name;
  }

  private static boolean mayUse(String itself, String other) {
    if (MAY_USE.containsKey(itself)) {
      return itself.equals(other) || MAY_USE.get(itself).contains(other);
    }
    if (itself.startsWith("connector.")) {
      return other.equals("connector") || other.startsWith("connector.");
    }
    boolean sharedLayer = other.equals("connector") || other.startsWith("connector.");
    return sharedLayer || !MAY_USE.containsKey(other) && room(itself).equals(room(other));
  }

  /// The connector that a package belongs to: `postgresql` for `postgresql.source`.
  private static String room(String name) {
    return name.split("\\.", 2)[0];
  }
}
