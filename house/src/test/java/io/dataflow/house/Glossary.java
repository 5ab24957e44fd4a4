package io.dataflow.house;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Types of the cluster side have the names that somebody types who knows another operator:
/// `docs/glossary.md` lists the words that have a standard one.
final class Glossary implements Rule {
  private static final String PAGE = "docs/glossary.md";
  private static final Set<String> MODULES = Set.of("kubernetes", "operator", "cluster");
  private static final Pattern LIST =
      Pattern.compile(
          "^\\| not \\| but \\|\\n\\|---\\|---\\|\\n((?:\\|.*\\|\\n)+)", Pattern.MULTILINE);
  private static final Pattern ROW = Pattern.compile("^\\| ([^|]+) \\|", Pattern.MULTILINE);
  private static final Pattern QUOTED = Pattern.compile("`(\\w+)`");
  private static final Pattern TYPE =
      Pattern.compile("\\b(?:class|record|interface|enum)\\s+([A-Z]\\w*)");
  private static final Pattern WORD = Pattern.compile("[A-Z][a-z0-9]*");

  private final Set<String> words;

  Glossary(List<SourceFile> files) {
    words =
        files.stream()
            .filter(file -> file.path().equals(PAGE))
            .flatMap(page -> page.places(LIST))
            .flatMap(list -> ROW.matcher(list.group(1)).results())
            .flatMap(row -> QUOTED.matcher(row.group(1)).results())
            .map(word -> word.group(1))
            .collect(Collectors.toUnmodifiableSet());
    if (words.isEmpty()) {
      throw new IllegalStateException(PAGE + ": no table `| not | but |`. Put the words there.");
    }
  }

  @Override
  public Stream<Problem> problems(SourceFile file) {
    if (!file.isJava() || !MODULES.contains(file.module())) {
      return Stream.empty();
    }
    var code = file.code();
    return code.places(TYPE)
        .filter(type -> words(type.group(1)).anyMatch(words::contains))
        .map(
            type ->
                code.problem(
                    type,
                    "`{}` is not how Kubernetes' own projects call it",
                    "Take the word of " + PAGE));
  }

  /// `UpdateFilters` is `Update` and `Filters`.
  private static Stream<String> words(String name) {
    return WORD.matcher(name).results().map(word -> word.group());
  }
}
