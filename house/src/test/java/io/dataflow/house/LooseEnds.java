package io.dataflow.house;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What is left for later is written into an issue; what goes wrong is not hidden.
final class LooseEnds implements Rule {
  private static final Pattern LATER = Pattern.compile("\\b(?:TO" + "DO|FIX" + "ME|XX" + "X)\\b");
  private static final Pattern TRACE = Pattern.compile("\\.\\s*printStackTrace\\s*\\(");
  private static final Pattern EMPTY_CATCH =
      Pattern.compile("\\bcatch\\s*\\([^)]*\\)\\s*\\{\\s*\\}");
  private static final Pattern SLEEP = Pattern.compile("\\bThread\\s*\\.\\s*sleep\\s*\\(");

  @Override
  public Stream<Problem> problems(SourceFile file) {
    var later =
        file.path().endsWith(".md")
            ? Stream.<Problem>empty()
            : found(file, LATER, "`{}` in a file", "Do it now, or write an issue and delete this");
    return file.isJava() ? Stream.concat(later, inCode(file.code())) : later;
  }

  private static Stream<Problem> inCode(SourceFile code) {
    var trace = found(code, TRACE, "`{}`", "Throw, and let the one place that logs log it");
    var empty =
        found(
            code,
            EMPTY_CATCH,
            "`{}` swallows a failure",
            "Handle it or let it through; where nothing is to be done, `return` and say why");
    var sleep =
        found(
            code,
            SLEEP,
            "`{}` in a test is too long here and too short there",
            "Wait for the condition: Await.until(what, limit, condition)");
    return Stream.of(trace, empty, code.isTest() ? sleep : Stream.<Problem>empty())
        .flatMap(problems -> problems);
  }

  private static Stream<Problem> found(
      SourceFile file, Pattern pattern, String what, String remedy) {
    return file.places(pattern).map(place -> file.problem(place, what, remedy));
  }
}
