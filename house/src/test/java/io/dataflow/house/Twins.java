package io.dataflow.house;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A simple name means one thing within a module: who reads `Table` need not look at the imports.
final class Twins implements Rule {
  private static final String CONTENTS = "package-info.java";

  private final Map<String, List<SourceFile>> named;

  Twins(List<SourceFile> files) {
    named =
        files.stream()
            .filter(SourceFile::isMain)
            .filter(file -> !file.name().equals(CONTENTS))
            .collect(Collectors.groupingBy(Twins::key));
  }

  private static String key(SourceFile file) {
    return file.module() + " " + file.name();
  }

  @Override
  public Stream<Problem> problems(SourceFile file) {
    if (!file.isMain()) {
      return Stream.empty();
    }
    return named.getOrDefault(key(file), List.of()).stream()
        .filter(other -> !other.path().equals(file.path()))
        .map(
            other ->
                new Problem(
                    file.path(),
                    1,
                    "the same name as " + other.path(),
                    "Say in the name what makes the two different"));
  }
}
