package io.dataflow.runtime.contract;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The cases of a contract, and which connectors they apply to, as a part of a page.
///
/// @param title what keeps to it: `Sinks`
/// @param contract the interface that is all of it
/// @param connectors by their name in YAML
public record ContractPage(
    String title, Class<?> contract, Map<String, ? extends Contract> connectors) {
  private static final String HEAD =
      """
      A dash is a case that does not apply:

      | connector | lacks | why | cases |
      |---|---|---|---|
      """;

  /// Every case, in the order of the page.
  public List<Method> cases() {
    return subjects().flatMap(ContractPage::cases).toList();
  }

  private Stream<Class<?>> subjects() {
    return Arrays.stream(contract.getInterfaces());
  }

  private static Stream<Method> cases(Class<?> subject) {
    return Arrays.stream(subject.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Case.class))
        .sorted(Comparator.comparing(Method::getName));
  }

  /// The part of the page.
  public String text() {
    var tables = subjects().map(this::table).collect(Collectors.joining("\n"));
    return "## %s\n\n%d cases.\n\n%s\n%s".formatted(title, cases().size(), tables, exceptions());
  }

  private String table(Class<?> subject) {
    var names = String.join(" | ", connectors.keySet());
    var line = "---|".repeat(connectors.size());
    return "### %s\n\n| case | what it shows | %s |\n|---|---|%s\n"
            .formatted(subject.getSimpleName(), names, line)
        + cases(subject).map(this::row).collect(Collectors.joining());
  }

  private String row(Method method) {
    var it = method.getAnnotation(Case.class);
    var cells =
        connectors.values().stream()
            .map(each -> Applicability.reason(it, each).isPresent() ? "–" : "passes")
            .collect(Collectors.joining(" | "));
    return "| `%s` | %s | %s |\n".formatted(method.getName(), it.value(), cells);
  }

  /// What the dashes stand for, with the reason and the number of cases.
  private String exceptions() {
    var rows = new LinkedHashMap<String, Long>();
    connectors.forEach(
        (name, connector) ->
            cases().stream()
                .map(method -> Applicability.missing(method.getAnnotation(Case.class), connector))
                .flatMap(Optional::stream)
                .map(lacking -> reason(name, lacking, connector.without().get(lacking)))
                .forEach(row -> rows.merge(row, 1L, Long::sum)));
    var lines = new StringJoiner("\n", HEAD, "\n").setEmptyValue("All apply to all connectors.\n");
    rows.forEach((row, count) -> lines.add(row + " | " + count + " |"));
    return lines.toString();
  }

  private static String reason(String name, Capability lacking, String why) {
    return "| `%s` | %s | %s".formatted(name, lacking.label(), why);
  }
}
