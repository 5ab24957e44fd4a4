package io.dataflow.operator.crd;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.model.problem.Problem;
import io.dataflow.api.spec.Manifest;
import io.dataflow.operator.crd.Corpus.Flow;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Flows that can run are taken, and come back as what the operator can read.
class AcceptedFlowsTest {
  static List<Flow> good() {
    return Corpus.of("good").flows();
  }

  @Test
  void areManyKinds() {
    assertThat(good()).hasSizeGreaterThan(60);
  }

  @ParameterizedTest
  @MethodSource("good")
  void comeBackWithAllThatTheyHave(Flow flow) {
    var back = FlowServer.tried(flow.object());
    assertThat(back).contains("managedFields", "uid");
    assertThat(Manifest.parse(back).problems())
        .extracting(Problem::toString)
        .containsExactlyElementsOf(flow.problems());
  }
}
