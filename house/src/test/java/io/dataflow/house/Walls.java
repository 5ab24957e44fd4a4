package io.dataflow.house;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Dependencies point one way: `kubernetes ← operator → api ← runtime ← cli`; operator and runtime
/// never meet, and `kubernetes` knows none of them.
///
/// A module is what its name says: its classes lie in `io.dataflow.<module>` and below.
final class Walls implements Rule {
  private static final Map<String, Set<String>> MAY_USE =
      Map.of(
          "api", Set.of(),
          "kubernetes", Set.of(),
          "operator", Set.of("api", "kubernetes"),
          "runtime", Set.of("api"),
          "cluster", Set.of("api", "testbed"),
          "testbed", Set.of(),
          "cli", Set.of("api", "runtime", "testbed"),
          "benchmarks", Set.of("api", "runtime", "testbed"),
          "house", Set.of());

  private static final Pattern PACKAGE =
      Pattern.compile("^package\\s+(?:io\\.dataflow\\.(\\w+)|[\\w.]+)", Pattern.MULTILINE);
  private static final Pattern OURS =
      Pattern.compile("(?<!package )\\bio\\.dataflow\\.([a-z]\\w*)");
  /// A dependency on a pom is for the order of the build, and brings no class.
  private static final Pattern DEPENDENCY =
      Pattern.compile(
          "<artifactId>dataflow-(\\w+)</artifactId>"
              + "(?!\\s*<(?:name|packaging)>|\\s*<version>[^<]*</version>\\s*<type>pom</type>)");

  @Override
  public Stream<Problem> problems(SourceFile file) {
    if (file.isJava()) {
      return file.module().isEmpty() ? Stream.empty() : inJava(file.code());
    }
    return file.path().matches("\\w+/pom\\.xml") ? inPom(file) : Stream.empty();
  }

  private static Stream<Problem> inJava(SourceFile file) {
    var module = file.module();
    var strangers =
        file.places(PACKAGE)
            .filter(place -> !module.equals(place.group(1)))
            .map(
                place ->
                    file.problem(
                        place,
                        "`{}` lies in the module " + module,
                        "Put it into io.dataflow." + module + ", or into the module it names"));
    return Stream.concat(strangers, file.places(OURS).flatMap(place -> use(file, module, place)));
  }

  private static Stream<Problem> inPom(SourceFile file) {
    var module = file.path().substring(0, file.path().indexOf('/'));
    return file.places(DEPENDENCY).flatMap(place -> use(file, module, place));
  }

  private static Stream<Problem> use(SourceFile file, String module, MatchResult place) {
    var used = place.group(1);
    var allowed = Optional.ofNullable(MAY_USE.get(module));
    if (allowed.isEmpty()) {
      return Stream.of(
          file.problem(
              place,
              "the module " + module + " is not known to the walls",
              "Say in Walls.java what it may use"));
    }
    var helpsTests = used.equals("testbed") && (file.isTest() || !file.isJava());
    if (used.equals(module) || allowed.get().contains(used) || helpsTests) {
      return Stream.empty();
    }
    return Stream.of(
        file.problem(
            place,
            module + " must not use " + used + ", and here is `{}`",
            "Move what both need into api, or turn the dependency round"));
  }
}
