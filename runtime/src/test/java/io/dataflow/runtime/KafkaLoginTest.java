package io.dataflow.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.testbed.KafkaSecurity;
import io.dataflow.testbed.KafkaServer;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Brokers that ask who it is and talk in secret: a flow from a topic to another.
class KafkaLoginTest {
  private static KafkaServer kafka;
  private static KafkaSecurity security;

  @BeforeAll
  static void start() {
    kafka = KafkaServer.startSecured();
    security = kafka.security();
    kafka.createTopic("out", 1);
  }

  @AfterAll
  static void stop() {
    kafka.close();
  }

  private static FlowRunner run(String topic, String brokers, String settings) throws Exception {
    kafka.createTopic(topic, 1);
    var properties = Map.<String, Object>of("bootstrap.servers", kafka.bootstrap());
    try (var producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, Topic.bytes("{}")));
    }
    var end = "{type: kafka, config: {brokers: ['%s'], topic: %s, %s}}";
    return TestFlow.runUntilIdle(
        "source: %s\nsink: %s"
            .formatted(
                end.formatted(brokers, topic, settings), end.formatted(brokers, "out", settings)));
  }

  private static String sasl(String mechanism, String password) {
    return "sasl: {mechanism: %s, username: '%s', password: '%s'}"
        .formatted(mechanism, security.username(), password.replace("'", "''"));
  }

  private static String tls() {
    return "tls: {caFile: '%s'}".formatted(security.certificate().caFile());
  }

  @Test
  void logsInByPlain() throws Exception {
    var run = run("a", security.saslBootstrap(), sasl("plain", security.password()));
    assertThat(run.failure()).isEmpty();
    assertThat(run.counters().written()).containsEntry("main", 1L);
  }

  @Test
  void logsInByScramOverTls() throws Exception {
    var settings = sasl("scram-sha-256", security.password()) + ", " + tls();
    var run = run("b", security.saslTlsBootstrap(), settings);
    assertThat(run.failure()).isEmpty();
    assertThat(run.counters().written()).containsEntry("main", 1L);
  }

  @Test
  void showsItsOwnCertificate() throws Exception {
    var own =
        "tls: {caFile: '%s', certFile: '%s', keyFile: '%s'}"
            .formatted(
                security.certificate().caFile(),
                security.certificate().certFile(),
                security.certificate().keyFile());
    var run = run("c", security.tlsBootstrap(), own);
    assertThat(run.failure()).isEmpty();
    assertThat(run.counters().written()).containsEntry("main", 1L);
  }

  @Test
  void trustsAnybodyOnlyWhenAskedTo() throws Exception {
    var run = run("d", security.tlsBootstrap(), "tls: {insecureSkipVerify: true}");
    assertThat(run.failure()).isEmpty();
    assertThat(run.counters().written()).containsEntry("main", 1L);
  }

  @Test
  void showsItsOwnCertificateAlsoToAnybody() throws Exception {
    var own =
        "tls: {insecureSkipVerify: true, certFile: '%s', keyFile: '%s'}"
            .formatted(security.certificate().certFile(), security.certificate().keyFile());
    var run = run("g", security.mutualTlsBootstrap(), own);
    assertThat(run.failure()).isEmpty();
    assertThat(run.counters().written()).containsEntry("main", 1L);
  }

  @Test
  void aCertificateThatIsNoneIsSaid() {
    var broken = "tls: {caFile: '-----BEGIN garbage'}";
    assertThat(failureOf("h", security.tlsBootstrap(), broken))
        .contains("kafka: the client cannot be made with these settings (", "Correct `brokers`")
        .doesNotContain("unexpected");
  }

  @Test
  void aWrongPasswordIsSaidWithoutIt() {
    var failure = failureOf("e", security.saslBootstrap(), sasl("scram-sha-512", "CANARY"));
    assertThat(failure)
        .contains("the brokers refuse the login", "Correct `sasl`")
        .doesNotContain("CANARY");
  }

  @Test
  void anUntrustedCertificateIsSaid() {
    var failure = failureOf("f", security.tlsBootstrap(), "tls: {}");
    assertThat(failure).contains("kafka: the brokers refuse the login", "Correct `sasl` or `tls`");
  }

  private static String failureOf(String topic, String brokers, String settings) {
    try {
      return run(topic, brokers, settings).failure().orElseThrow();
    } catch (Exception e) {
      return e.getMessage();
    }
  }
}
