package io.dataflow.house;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A class is named after what it is; these names say only that somebody did not know.
final class Names implements Rule {
  private static final Pattern TYPE =
      Pattern.compile(
          "\\b(?:class|record|interface|enum)\\s+\\w*(?:Utils?|Helpers?|Managers?|Base|Impl)\\b");

  @Override
  public Stream<Problem> problems(SourceFile file) {
    if (!file.isJava()) {
      return Stream.empty();
    }
    var code = file.code();
    return code.places(TYPE)
        .map(
            place ->
                code.problem(
                    place,
                    "`{}` has a name that says nothing",
                    "Name it after the one thing that it is, or put its methods where they"
                        + " belong"));
  }
}
