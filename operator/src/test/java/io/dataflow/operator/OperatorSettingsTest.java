package io.dataflow.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.operator.secret.SecretGrant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatorSettingsTest {
  private static OperatorSettings settings(String... environment) {
    var variables = new HashMap<>(Map.of("PROCESSOR_IMAGE", "dataflow:1"));
    for (int i = 0; i < environment.length; i += 2) {
      variables.put(environment[i], environment[i + 1]);
    }
    return new OperatorSettings(variables);
  }

  private static void useAll(OperatorSettings settings) {
    settings.startLog(Optional.empty());
    settings.processors();
    settings.rolloutBatch();
    settings.gathersMetrics();
    settings.threads();
    settings.watchedNamespaces();
    settings.secretGrants();
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
    "INLINE_SECRETS, yes",
    "OPENSHIFT, 4.20",
    "WATCH_NAMESPACES, Shop",
    "SECRET_NAMESPACES, shop_1",
    "SECRET_GRANTS, vault",
    "SECRET_GRANTS, '[null]'",
    "SECRET_GRANTS, '[{\"namespace\":\"vault\",\"names\":[\"db\"]}]'",
    "SECRET_GRANTS, '[{\"namespace\":\"vault\",\"names\":[],\"from\":[\"shop\"]}]'",
    "SECRET_GRANTS, '[{\"namespace\":\"vault\",\"names\":[\"db\"],\"to\":[\"shop\"]}]'"
  })
  void whatCannotBeMeantIsRefusedByName(String name, String value) {
    var settings = settings(name, value);
    assertThatThrownBy(() -> useAll(settings))
        .hasMessageContaining(name)
        .hasMessageContaining("`" + value + "`")
        .hasMessageContaining("Write ");
  }

  @Test
  void anImageIsEnough() {
    var settings = settings("LOG_LEVEL", " ", "ROLLOUT_BATCH", "");
    useAll(settings);
    assertThat(settings.rolloutBatch()).isEqualTo(10);
    assertThat(settings.gathersMetrics()).isTrue();
    assertThat(settings.processors().image()).isEqualTo("dataflow:1");
  }

  @Test
  void nobodyKnowsTheImageButWhoInstallsTheOperator() {
    assertThatThrownBy(() -> new OperatorSettings(Map.of()).processors())
        .hasMessageContaining("PROCESSOR_IMAGE: missing. Write ");
  }

  @Test
  void processorsCountCamelsRoutesWhenThatIsWanted() {
    assertThat(settings().processors().environment()).doesNotContainKey("CAMEL_METRICS");
    var settings = settings("PROCESSOR_CAMEL_METRICS", "true");
    assertThat(settings.processors().environment()).containsEntry("CAMEL_METRICS", "true");
  }

  @Test
  void openShiftIsAskedFor() {
    assertThat(settings().processors().openShift()).isFalse();
    assertThat(settings("OPENSHIFT", "true").processors().openShift()).isTrue();
  }

  @Test
  void grantsNameSecretsAndWhoMayUseThem() {
    var grants =
        """
        [{"namespace": "vault", "names": ["db"], "from": ["shop"]},
         {"namespace": "vault", "names": ["url"], "from": ["*"]}]
        """;
    assertThat(settings("SECRET_GRANTS", grants).secretGrants())
        .containsExactly(
            new SecretGrant("vault", Set.of("db"), Set.of("shop")),
            new SecretGrant("vault", Set.of("url"), Set.of()));
  }

  @Test
  void namespacesAreAListAndNoneMeansAll() {
    assertThat(settings("WATCH_NAMESPACES", " , ").watchedNamespaces()).isEmpty();
    assertThat(settings("WATCH_NAMESPACES", "shop, books").watchedNamespaces())
        .containsExactlyInAnyOrder("shop", "books");
  }

  @Test
  void levelsMayBeWrittenInCapitals() {
    var settings = settings("PROCESSOR_LOG_LEVEL", "WARN");
    assertThat(settings.processors().environment()).containsEntry("LOG_LEVEL", "warn");
  }
}
