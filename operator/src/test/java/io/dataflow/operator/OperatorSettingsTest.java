package io.dataflow.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatorSettingsTest {
  private static void useAll(OperatorSettings settings) {
    settings.startLog(Optional.empty());
    settings.processors();
    settings.rolloutBatch();
    settings.gathersMetrics();
    settings.threads();
    settings.pollInterval();
    settings.countInterval();
  }

  @ParameterizedTest
  @CsvSource({
    "LOG_LEVEL, loud",
    "PROCESSOR_LOG_LEVEL, trace",
    "ROLLOUT_BATCH, 0",
    "MAX_CONCURRENT_RECONCILES, many",
    "STATUS_INTERVAL_SECONDS, 0.5",
    "STATUS_COUNTERS_INTERVAL_SECONDS, 0",
    "PROCESSOR_METRICS, off",
    "PROCESSOR_CAMEL_METRICS, on",
    "INLINE_SECRETS, yes"
  })
  void whatCannotBeMeantIsRefusedByName(String name, String value) {
    var settings = new OperatorSettings(Map.of(name, value));
    assertThatThrownBy(() -> useAll(settings))
        .hasMessageContaining(name)
        .hasMessageContaining("`" + value + "`")
        .hasMessageContaining("Write ");
  }

  @Test
  void anEmptyEnvironmentIsEnough() {
    var settings = new OperatorSettings(Map.of("LOG_LEVEL", " ", "ROLLOUT_BATCH", ""));
    useAll(settings);
    assertThat(settings.rolloutBatch()).isEqualTo(10);
    assertThat(settings.gathersMetrics()).isTrue();
    assertThat(settings.processors().image()).startsWith("ghcr.io/dataflow-operator/dataflow:");
  }

  @Test
  void processorsCountCamelsRoutesWhenThatIsWanted() {
    assertThat(new OperatorSettings(Map.of()).processors().environment())
        .doesNotContainKey("CAMEL_METRICS");
    var settings = new OperatorSettings(Map.of("PROCESSOR_CAMEL_METRICS", "true"));
    assertThat(settings.processors().environment()).containsEntry("CAMEL_METRICS", "true");
  }

  @Test
  void levelsMayBeWrittenInCapitals() {
    var settings = new OperatorSettings(Map.of("PROCESSOR_LOG_LEVEL", "WARN"));
    assertThat(settings.processors().environment()).containsEntry("LOG_LEVEL", "warn");
  }
}
