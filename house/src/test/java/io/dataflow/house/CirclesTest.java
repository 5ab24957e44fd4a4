package io.dataflow.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CirclesTest {
  private static SourceFile file(String name, String... uses) {
    var text = new StringBuilder("package io.dataflow.api." + name + ";\n");
    Stream.of(uses)
        .forEach(use -> text.append("import io.dataflow.api.").append(use).append(";\n"));
    return new SourceFile(
        "api/src/main/java/io/dataflow/api/" + name + "/It.java", text.toString());
  }

  private static List<String> problems(SourceFile... files) {
    var rule = new Circles(List.of(files));
    return Stream.of(files).flatMap(rule::problems).map(Problem::toString).toList();
  }

  @Test
  void oneWayIsNoCircle() {
    assertThat(problems(file("a", "b.B", "c.C"), file("b", "c.C"), file("c"))).isEmpty();
  }

  @Test
  void thereAndBackIsOneAndSoIsTheLongWay() {
    assertThat(problems(file("a", "b.B"), file("b", "a.A"))).hasSize(2);
    assertThat(problems(file("a", "b.B"), file("b", "c.C", "d.D"), file("c", "a.A"), file("d")))
        .hasSize(3);
  }

  @Test
  void whatACommentOrATextNamesIsNotUsed() {
    var words = file("b");
    var spoken =
        new SourceFile(
            words.path(), words.text() + "// io.dataflow.api.a.A\n\"io.dataflow.api.a.A\"");
    assertThat(problems(file("a", "b.B"), spoken)).isEmpty();
  }
}
