package io.dataflow.house;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The module `kubernetes` is what any operator needs: it does not even speak of what this one is
/// for, in code, comments, texts or tests. Names of the project and of libraries do not count.
final class Generic implements Rule {
  private static final String MODULE = "kubernetes/";
  private static final Pattern PROJECT = Pattern.compile("io([./])dataflow");
  private static final Pattern WORD = Pattern.compile("(?i)\\w*(?:flow|processor)\\w*");
  private static final Set<String> LIBRARIES = Set.of("StackOverflowError", "EventProcessor");

  @Override
  public Stream<Problem> problems(SourceFile file) {
    if (!file.isJava() || !file.path().startsWith(MODULE)) {
      return Stream.empty();
    }
    var text = PROJECT.matcher(file.text()).replaceAll("io$1········");
    var words = new SourceFile(file.path(), text);
    return words
        .places(WORD)
        .filter(place -> !LIBRARIES.contains(place.group()))
        .map(
            place ->
                words.problem(
                    place,
                    "`{}` is a word of flows in a module that knows none",
                    "Say it of any resource, or move it to operator"));
  }
}
