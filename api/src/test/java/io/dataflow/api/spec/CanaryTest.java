package io.dataflow.api.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A password that stands in a manifest, however wrongly, is never repeated to anybody.
class CanaryTest {
  private static final String CANARY = "hunter2";
  private static final String REST =
      "\n"
          + "source: {type: kafka, config: {brokers: ['k:9092'], topic: t, sasl: {username: u,"
          + " password: hunter2}}}\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "connectionString: mysql://u:hunter2@db/x",
        "connectionString: hunter2",
        "connectionString: [hunter2]",
        "connectionString: {password: hunter2}",
        "connectionString: *hunter2",
        "connectionString: &hunter2",
        "connectionString: &hunter2 [a]",
        "connectionString: !hunter2",
        "connectionString: !hunter2 [a",
        "connectionString: !hunter2!x y",
        "connectionString: %hunter2",
        "connectionString: @hunter2",
        "connectionString: `hunter2",
        "connectionString: \"hunter2",
        "connectionString: 'hunter2",
        "connectionString: \"hunter2\\q\"",
        "connectionString: hunter2: x",
        "connectionString: \thunter2",
        "connectionString: |hunter2",
        "connectionString: >hunter2",
        "connectionString: [hunter2",
        "connectionString: {hunter2",
        "connectionString: ? hunter2",
        "connectionString: hunter2\n    - x",
        "connectionString: \"hunter2\" x",
        "connectionString: hunter2\u0001",
        "connectionString: postgres://u:hunter2@db/x",
        "connectionString: postgres://u:hunter2@db/x\n    connectionString: hunter2",
        "connectionStringSecretRef: postgres://u:hunter2@db/x",
        "connectionStringSecretRef: [hunter2]",
        "connectionStringSecretRef: {name: 5, key: [hunter2]}",
        "tls: hunter2",
        "upsertMode: [hunter2]",
        "connection: hunter2",
        "rawMode: [hunter2]"
      })
  void isNeverShown(String line) {
    var manifest =
        Manifest.parse("sink:\n  type: postgresql\n  config:\n    table: t\n    " + line + REST);
    assertThat(manifest.problems().toString()).doesNotContain(CANARY);
    assertThat(manifest.toString()).doesNotContain(CANARY);
    assertThat(manifest.bind((_, _) -> Optional.of(CANARY)).toString()).doesNotContain(CANARY);
  }

  @Test
  void isNotShownInFlows() {
    var text =
        "sink: {type: postgresql, config: {table: t, connectionStringSecretRef: {name: a, key: b}}}"
            + REST;
    var reading = Manifest.parse(text).bind((_, _) -> Optional.of("postgres://u:hunter2@db"));
    assertThat(reading).isInstanceOf(Reading.Valid.class);
    assertThat(reading.toString()).contains("***").doesNotContain(CANARY);
  }

  @Test
  void isNotShownWhenTheSecretIsWrong() {
    var text =
        "sink: {type: postgresql, config: {table: t, connectionStringSecretRef: {name: a, key: b}}}"
            + REST;
    assertThat(Manifest.parse(text).bind((_, _) -> Optional.of("mysql://u:hunter2@db")))
        .isInstanceOfSatisfying(
            Reading.Invalid.class,
            it ->
                assertThat(it.problems())
                    .extracting(Object::toString)
                    .containsExactly(
                        "spec.sink.config.connectionStringSecretRef: neither a PostgreSQL URL nor"
                            + " `key=value` pairs. Write"
                            + " `postgres://user:password@host:5432/database`, or `host=… dbname=…"
                            + " user=… password=…`."));
  }
}
