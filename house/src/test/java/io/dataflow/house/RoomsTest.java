package io.dataflow.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Packages that are too large or say nothing, and names that mean two things.
class RoomsTest {
  private static final String ROOM = "api/src/main/java/io/dataflow/api/sample/";

  private static SourceFile file(String path) {
    return new SourceFile(path, "");
  }

  private static Stream<SourceFile> room(String folder, int classes) {
    return Stream.concat(
        Stream.of(file(folder + "package-info.java")),
        IntStream.range(0, classes).mapToObj(i -> file(folder + "Class" + i + ".java")));
  }

  private static List<String> crowded(Stream<SourceFile> files) {
    var all = files.toList();
    return all.stream().flatMap(new Rooms(all)::problems).map(Problem::toString).toList();
  }

  private static List<String> doubled(String... paths) {
    var all = Stream.of(paths).map(RoomsTest::file).toList();
    return all.stream().flatMap(new Twins(all)::problems).map(Problem::toString).toList();
  }

  @Test
  void aPackageWithTooManyFilesIsFoundOnce() {
    assertThat(crowded(room(ROOM, 22))).isEmpty();
    assertThat(crowded(room(ROOM, 23)))
        .singleElement()
        .asString()
        .contains("io/dataflow/api/sample:1: 23 files in one package, and 22 is the most");
    assertThat(crowded(room(ROOM.replace("main", "test"), 99))).isEmpty();
  }

  @Test
  void aPackageWithoutContentsIsFoundOnce() {
    assertThat(crowded(room(ROOM, 2).skip(1)))
        .singleElement()
        .asString()
        .contains("a package without package-info.java");
  }

  @Test
  void aNameThatMeansTwoThingsInAModuleIsFoundAtBoth() {
    assertThat(doubled(ROOM + "Table.java", ROOM + "deeper/Table.java"))
        .hasSize(2)
        .first()
        .asString()
        .endsWith(
            "the same name as "
                + ROOM
                + "deeper/Table.java. Say in the name what makes the"
                + " two different.");
  }

  @Test
  void aNameInTwoModulesAndAsTestAndEveryTableOfContentsPass() {
    assertThat(
            doubled(
                ROOM + "Table.java",
                ROOM.replace("main", "test") + "Table.java",
                ROOM.replace("api", "cli") + "Table.java",
                ROOM + "package-info.java",
                ROOM + "deeper/package-info.java"))
        .isEmpty();
  }
}
