package io.dataflow.house;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The rules hold for the whole tree. `mvn -pl house test -Dformat` formats it first.
class HouseTest {
  private static List<SourceFile> files;

  @BeforeAll
  static void readTheTree() throws IOException {
    var tree = Tree.ofProject();
    if (System.getProperty("format") != null) {
      format(tree);
    }
    files = tree.files();
  }

  /// The formatter would tear a `///` line that is too long: those are for a person to break.
  private static void format(Tree tree) throws IOException {
    var format = new Format();
    for (var file : tree.files()) {
      if (format.problems(file).findAny().isEmpty()) {
        continue;
      }
      var words = new Words().problems(file).toList();
      if (words.isEmpty()) {
        Files.writeString(tree.root().resolve(file.path()), format.formatted(file).text());
        System.out.println("formatted " + file.path());
      } else {
        words.forEach(problem -> System.out.println("not formatted before this: " + problem));
      }
    }
  }

  static List<Rule> rules() {
    return List.of(
        new Format(),
        new Walls(),
        new Layers(),
        new Generic(),
        new Names(),
        new Length(),
        new Words(),
        new Places(),
        new LooseEnds(),
        new Torn(),
        new Rooms(files),
        new Twins(files),
        new Circles(files),
        new Glossary(files),
        new Links(Tree.ofProject().root()));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theTreeObeys(Rule rule) {
    var problems =
        files.parallelStream()
            .flatMap(rule::problems)
            .map(Problem::toString)
            .collect(Collectors.joining("\n"));
    if (!problems.isEmpty()) {
      fail(rule.getClass().getSimpleName() + ":\n" + problems);
    }
  }
}
