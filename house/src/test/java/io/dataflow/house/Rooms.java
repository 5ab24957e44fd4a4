package io.dataflow.house;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A package is a room that one can look round: some twenty files, and a `package-info.java` that
/// is its table of contents. Tests lie where what they test lies, so they are not counted.
final class Rooms implements Rule {
  private static final int MOST = 22;
  private static final String CONTENTS = "package-info.java";

  private final Map<String, List<String>> rooms;

  Rooms(List<SourceFile> files) {
    rooms =
        files.stream()
            .filter(SourceFile::isMain)
            .collect(
                Collectors.groupingBy(
                    SourceFile::folder,
                    TreeMap::new,
                    Collectors.mapping(SourceFile::name, Collectors.toList())));
  }

  @Override
  public Stream<Problem> problems(SourceFile file) {
    return file.isMain() && rooms.get(file.folder()).getFirst().equals(file.name())
        ? problems(file, rooms.get(file.folder()))
        : Stream.empty();
  }

  private static Stream<Problem> problems(SourceFile first, List<String> names) {
    var classes = new HashSet<>(names);
    boolean contents = classes.remove(CONTENTS);
    var tooMany =
        new Problem(
            first.folder(),
            1,
            classes.size() + " files in one package, and " + MOST + " is the most",
            "Find what belongs closer together in it and give that a package of its own");
    var silent =
        new Problem(
            first.folder(),
            1,
            "a package without " + CONTENTS,
            "Write one: a `///` sentence on what the package is for, and what is in it");
    return Stream.concat(
        classes.size() > MOST ? Stream.of(tooMany) : Stream.empty(),
        contents ? Stream.empty() : Stream.of(silent));
  }
}
