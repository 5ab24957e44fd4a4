package io.dataflow.operator.workload.pod;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dataflow                           | dataflow:2
          dataflow:1                         | dataflow:2
          ghcr.io/team/dataflow:1            | ghcr.io/team/dataflow:2
          localhost:5000/dataflow            | localhost:5000/dataflow:2
          localhost:5000/dataflow:1          | localhost:5000/dataflow:2
          ghcr.io/dataflow@sha256:ab         | ghcr.io/dataflow:2
          registry:5000/a/b:1@sha256:ab      | registry:5000/a/b:2
          """)
  void anotherVersionIsOfTheSameRepository(String image, String other) {
    assertThat(new ImageName(image).of("2")).isEqualTo(other);
  }

  @ParameterizedTest
  @CsvSource({"r:5000/a:1,r:5000/a@sha256:cd", "a@sha256:ab,a@sha256:cd"})
  void aDigestMayBeTheVersion(String image, String other) {
    assertThat(new ImageName(image).of("sha256:cd")).isEqualTo(other);
  }
}
