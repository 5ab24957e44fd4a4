package io.dataflow.house;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/// No sentence of a documentation comment goes on in a plain comment, where nobody's documentation
/// has it. That is how the formatter breaks a line that is too long.
final class Torn implements Rule {
  private static final Pattern PLAIN_AFTER_DOCUMENTATION =
      Pattern.compile("(?m)(?<=///.{1,200}\\R)\\s*// .*$");

  @Override
  public Stream<Problem> problems(SourceFile file) {
    return file.isJava()
        ? file.places(PLAIN_AFTER_DOCUMENTATION)
            .map(
                place ->
                    file.problem(
                        place,
                        "`{}` tears a documentation comment",
                        "Begin the line with `///`, and keep it below 100 columns"))
        : Stream.empty();
  }
}
