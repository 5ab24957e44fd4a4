package io.dataflow.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What any operator needs stays free of what this one is for.
class GenericTest {
  private static List<String> check(Rule rule, String path, String text) {
    return rule.problems(new SourceFile(path, text)).map(Problem::toString).toList();
  }

  @Test
  void wallsKeepKubernetesFromAllOthersAndLetTheOperatorUseIt() {
    var text = "package io.dataflow.%s;\nimport io.dataflow.%s.Thing;";
    var file = "kubernetes/src/main/java/io/dataflow/kubernetes/Sample.java";
    for (var other : List.of("operator", "api", "runtime")) {
      assertThat(check(new Walls(), file, text.formatted("kubernetes", other))).hasSize(1);
    }
    var operator = "operator/src/main/java/io/dataflow/operator/Sample.java";
    assertThat(check(new Walls(), operator, text.formatted("operator", "kubernetes"))).isEmpty();
  }

  @Test
  void kubernetesDoesNotSpeakOfFlows() {
    var file = "kubernetes/src/test/java/io/dataflow/kubernetes/Sample.java";
    var text = "package io.dataflow.kubernetes;\n// of a StackOverflowError\n%s\n";
    assertThat(check(new Generic(), file, text.formatted("class Sample {}"))).isEmpty();
    assertThat(check(new Generic(), file, text.formatted("class FlowNames {}")))
        .singleElement()
        .asString()
        .startsWith(file + ":3: `FlowNames` is a word of flows");
    assertThat(check(new Generic(), file, text.formatted("// what a processor does"))).hasSize(1);
    assertThat(check(new Generic(), file, text.formatted("// df in a DataFlow"))).hasSize(1);
    assertThat(check(new Generic(), file.replace("kubernetes/src", "operator/src"), "// flow"))
        .isEmpty();
  }
}
