package io.dataflow.house;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// All Java is written as google-java-format writes it, so that nobody has to think about it.
final class Format implements Rule {
  private final Formatter formatter = new Formatter();

  @Override
  public Stream<Problem> problems(SourceFile file) {
    if (!file.isJava()) {
      return Stream.empty();
    }
    var formatted = formatted(file).text();
    return formatted.equals(file.text())
        ? Stream.empty()
        : Stream.of(
            new Problem(
                file.path(),
                firstDifference(file.text().lines().toList(), formatted.lines().toList()),
                "not formatted as google-java-format does",
                "Run mvn -q -pl house test -Dformat"));
  }

  /// The file as it should be.
  SourceFile formatted(SourceFile file) {
    try {
      return new SourceFile(file.path(), formatter.formatSourceAndFixImports(file.text()));
    } catch (FormatterException failure) {
      throw new IllegalStateException(file.path() + ": " + failure.getMessage(), failure);
    }
  }

  private static int firstDifference(List<String> is, List<String> should) {
    var shorter = Math.min(is.size(), should.size());
    return 1
        + IntStream.range(0, shorter)
            .filter(i -> !is.get(i).equals(should.get(i)))
            .findFirst()
            .orElse(shorter);
  }
}
