package io.dataflow.api.model.crd;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.spec.DataFlowDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The definition in the chart is what the model says today.
class DefinitionTest {
  private static final CustomResource DATA_FLOW = DataFlowDefinition.customResource();
  private static final Path FILE =
      Path.of("../helm/dataflow-operator/files", DATA_FLOW.name() + ".yaml");

  @Test
  void isWhatTheModelSays() throws IOException {
    if (System.getProperty("regenerate") != null) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, DATA_FLOW.definition());
    }
    assertThat(FILE)
        .as(
            "the chart's definition is not what the model says: run"
                + " `mvn -q -pl api test -Dregenerate`")
        .hasContent(DATA_FLOW.definition());
  }
}
