package io.dataflow.house;

import java.util.stream.Stream;

/// A file has at most 200 lines of code, tests included; comments and blank lines are free.
final class Length implements Rule {
  private static final int MOST = 200;

  @Override
  public Stream<Problem> problems(SourceFile file) {
    if (!file.isJava()) {
      return Stream.empty();
    }
    var lines = file.code().text().lines().filter(line -> !line.isBlank()).count();
    return lines <= MOST
        ? Stream.empty()
        : Stream.of(
            new Problem(
                file.path(),
                1,
                lines + " lines of code, and " + MOST + " is the most",
                "Find the second thing in it and give that a file of its own"));
  }
}
