package io.dataflow.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Names that have a standard word are found, whole words alone, and where they matter.
class GlossaryTest {
  private static final SourceFile PAGE =
      new SourceFile(
          "docs/glossary.md",
          """
          | word | what it is |
          |---|---|
          | `Flow` | ours |

          | not | but |
          |---|---|
          | `Rest`, `Turns` | `Paused` |

          """);

  private static List<String> check(String path, String text) {
    var rule = new Glossary(List.of(PAGE));
    return rule.problems(new SourceFile(path, text)).map(Problem::toString).toList();
  }

  @Test
  void namesAreReadWordByWord() {
    var file = "operator/src/main/java/io/dataflow/operator/Sample.java";
    assertThat(check(file, "record FlowRest() {}"))
        .containsExactly(
            file
                + ":1: `record FlowRest` is not how Kubernetes' own projects call it."
                + " Take the word of docs/glossary.md.");
    assertThat(check(file, "class A { interface Turns {} }")).hasSize(1);
    assertThat(check(file, "class RestrictedFlow { String rest = \"class Rest\"; }")).isEmpty();
  }

  @Test
  void otherModulesHaveWordsOfTheirOwn() {
    assertThat(check("runtime/src/main/java/io/dataflow/runtime/Rest.java", "class Rest {}"))
        .isEmpty();
    assertThat(check("kubernetes/src/test/java/io/dataflow/kubernetes/A.java", "enum Rest {}"))
        .hasSize(1);
  }

  @Test
  void aPageWithoutTheListIsNoGlossary() {
    assertThatThrownBy(() -> new Glossary(List.of(new SourceFile("docs/glossary.md", ""))))
        .hasMessageStartingWith("docs/glossary.md: no table");
  }
}
