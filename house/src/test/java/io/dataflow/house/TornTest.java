package io.dataflow.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Comments that the formatter has broken.
class TornTest {
  private static final String FILE = "api/src/main/java/io/dataflow/api/Sample.java";

  private static List<String> found(String text) {
    return new Torn().problems(new SourceFile(FILE, text)).map(Problem::toString).toList();
  }

  @Test
  void documentationThatGoesOnInAPlainCommentIsFound() {
    assertThat(found("\n/// It is as\n// long\n/// as that.\nclass Sample {}"))
        .singleElement()
        .asString()
        .startsWith(FILE + ":3: `// long` tears a documentation comment");
  }

  @Test
  void eachByItselfPasses() {
    assertThat(found("/// Whole.\nint a;\n// A reason.\n// Why.\nint b;")).isEmpty();
  }
}
