package io.dataflow.api.model.crd;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.spec.DataFlowCronDefinition;
import io.dataflow.api.spec.DataFlowDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The definitions in the chart are what the model says today.
class DefinitionTest {
  private static final Path FOLDER = Path.of("../helm/dataflow-operator/files");

  static List<CustomResource> kinds() {
    return List.of(DataFlowDefinition.customResource(), DataFlowCronDefinition.customResource());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void isWhatTheModelSays(CustomResource kind) throws IOException {
    var file = FOLDER.resolve(kind.name() + ".yaml");
    if (System.getProperty("regenerate") != null) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, kind.definition());
    }
    assertThat(file)
        .as(
            "the chart's definition is not what the model says: run"
                + " `mvn -q -pl api test -Dregenerate`")
        .hasContent(kind.definition());
  }
}
