package io.dataflow.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaSecurityTest {
  private static KafkaServer kafka;
  private static KafkaSecurity security;

  @BeforeAll
  static void start() {
    kafka = KafkaServer.startSecured();
    security = kafka.security();
  }

  @AfterAll
  static void stop() {
    kafka.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"})
  void letsTheUserIn(String mechanism) throws Exception {
    assertThat(nodes(login(security.saslBootstrap(), mechanism, security.password()))).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"})
  void keepsAWrongPasswordOut(String mechanism) {
    assertThatThrownBy(() -> nodes(login(security.saslBootstrap(), mechanism, "guess")))
        .isInstanceOf(ExecutionException.class)
        .hasMessageContaining("uthentication failed");
  }

  @Test
  void speaksTlsWithAClientThatShowsACertificate() throws Exception {
    var certificate = security.certificate();
    var store = Files.createTempFile("client", ".pem");
    Files.writeString(
        store, Files.readString(certificate.keyFile()) + Files.readString(certificate.certFile()));
    var shown = Map.of("ssl.keystore.type", "PEM", "ssl.keystore.location", store.toString());
    assertThat(nodes(merged(tls(security.tlsBootstrap(), "SSL"), shown))).isOne();
    Files.delete(store);
  }

  @Test
  void speaksTlsWithALogin() throws Exception {
    var address = security.saslTlsBootstrap();
    var login = login(address, "SCRAM-SHA-256", security.password());
    assertThat(nodes(merged(login, tls(address, "SASL_SSL")))).isOne();
  }

  private static Map<String, String> login(String address, String mechanism, String password) {
    var module = mechanism.equals("PLAIN") ? "plain.PlainLoginModule" : "scram.ScramLoginModule";
    return Map.of(
        "bootstrap.servers",
        address,
        "security.protocol",
        "SASL_PLAINTEXT",
        "sasl.mechanism",
        mechanism,
        "sasl.jaas.config",
        "org.apache.kafka.common.security.%s required username=\"%s\" password=\"%s\";"
            .formatted(
                module, security.username(), password.replace("\\", "\\\\").replace("\"", "\\\"")));
  }

  private static Map<String, String> tls(String address, String protocol) {
    return Map.of(
        "bootstrap.servers",
        address,
        "security.protocol",
        protocol,
        "ssl.truststore.type",
        "PEM",
        "ssl.truststore.location",
        security.certificate().caFile().toString());
  }

  private static Map<String, String> merged(Map<String, String> first, Map<String, String> last) {
    return Stream.of(first, last)
        .flatMap(map -> map.entrySet().stream())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (old, now) -> now));
  }

  private static int nodes(Map<String, String> settings) throws Exception {
    try (var admin = Admin.create(Map.<String, Object>copyOf(settings))) {
      return admin.describeCluster().nodes().get().size();
    }
  }
}
