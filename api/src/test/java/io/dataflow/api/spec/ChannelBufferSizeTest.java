package io.dataflow.api.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.model.secret.Secrets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelBufferSizeTest {
  @ParameterizedTest
  @CsvSource({"1, 1", "100000, 100000", "0, 5000", "-7, 5000"})
  void zeroOrLessIsTheDefault(int given, int taken) {
    var manifest =
        """
        source: {type: kafka, config: {brokers: ["kafka:9092"], topic: orders}}
        sink: {type: kafka, config: {brokers: ["kafka:9092"], topic: paid}}
        channelBufferSize: %d
        """;
    var reading = Manifest.parse(manifest.formatted(given)).bind(Secrets.none());
    assertThat(reading).isInstanceOf(Reading.Valid.class);
    assertThat(((Reading.Valid) reading).flow().spec().channelBufferSize()).isEqualTo(taken);
  }
}
