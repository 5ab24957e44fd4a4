package io.dataflow.api.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.connector.KafkaSource;
import io.dataflow.api.connector.PostgresqlSink;
import io.dataflow.api.model.secret.Secrets;
import org.junit.jupiter.api.Test;

class ManifestTest {
  private static final String FLOW =
      """
      apiVersion: dataflow.dataflow.io/v1
      kind: DataFlow
      metadata: {name: orders, labels: {team: shop}}
      spec:
        source: {type: kafka, config: {brokers: [kafka:9092], topic: orders}}
        sink:
          type: postgresql
          config:
            connectionStringSecretRef: {name: database, key: url}
            table: public.orders
      """;

  @Test
  void becomesAFlowWithDefaultsAndSecrets() {
    var reading =
        Manifest.parse(FLOW).bind((secret, key) -> java.util.Optional.of("postgres://db/orders"));
    assertThat(reading).isInstanceOf(Reading.Valid.class);
    var flow = ((Reading.Valid) reading).flow();
    assertThat(flow.metadata()).isEqualTo(new ObjectMetadata("orders", "default"));
    assertThat(flow.spec().transformWorkers()).isEqualTo(1);
    var sink = (PostgresqlSink) flow.spec().sink();
    assertThat(sink.connectionString().value()).isEqualTo("postgres://db/orders");
    assertThat(sink.upsertMode()).isFalse();
    assertThat(((KafkaSource) flow.spec().source()).brokers()).containsExactly("kafka:9092");
  }

  @Test
  void saysWhichSecretIsLacking() {
    assertThat(Manifest.parse(FLOW).problems()).isEmpty();
    var reading = (Reading.Invalid) Manifest.parse(FLOW).bind(Secrets.none());
    assertThat(reading.problems())
        .extracting(Object::toString)
        .containsExactly(
            "spec.sink.config.connectionStringSecretRef: key `url` of Secret `database` is not"
                + " there. Create it, or put its value into the file `database/url` of the"
                + " directory that `--secrets` names.");
  }
}
