package io.dataflow.runtime.kafka.client;

import io.dataflow.api.connector.security.Sasl;
import io.dataflow.api.connector.security.SaslMechanism;
import io.dataflow.api.connector.security.SecurityProtocol;
import io.dataflow.api.connector.security.Tls;
import io.dataflow.api.model.secret.Secret;
import io.dataflow.runtime.connector.FlowException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A Kafka client's properties for `securityProtocol`, `tls` and `sasl`. Certificates are handed to
/// the client as PEM text, so nothing is written to a disk.
public record KafkaLogin(
    String connector, SecurityProtocol protocol, Optional<Tls> tls, Optional<Sasl> sasl) {
  private static final String PEM = "-----BEGIN";

  /// The properties, by name.
  ///
  /// @throws FlowException when a certificate cannot be read
  public Map<String, String> properties() {
    var properties = new HashMap<String, String>();
    properties.put("security.protocol", protocol.name());
    tls.ifPresent(settings -> encrypt(settings, properties));
    sasl.ifPresent(who -> login(who, properties));
    return properties;
  }

  private void encrypt(Tls settings, Map<String, String> properties) {
    properties.put("ssl.protocol", "TLSv1.3");
    properties.put("ssl.enabled.protocols", "TLSv1.3,TLSv1.2");
    settings
        .caFile()
        .ifPresent(
            ca -> {
              properties.put("ssl.truststore.type", "PEM");
              properties.put("ssl.truststore.certificates", pem("caFile", ca));
            });
    if (settings.insecureSkipVerify() && settings.caFile().isEmpty()) {
      properties.put("ssl.endpoint.identification.algorithm", "");
      properties.put("ssl.engine.factory.class", TrustingSslEngineFactory.class.getName());
    }
    if (settings.certFile().isPresent() && settings.keyFile().isPresent()) {
      properties.put("ssl.keystore.type", "PEM");
      properties.put("ssl.keystore.certificate.chain", pem("certFile", settings.certFile().get()));
      properties.put("ssl.keystore.key", pem("keyFile", settings.keyFile().get()));
    }
  }

  private String pem(String field, Secret pathOrText) {
    if (pathOrText.value().stripLeading().startsWith(PEM)) {
      return pathOrText.value();
    }
    try {
      return Files.readString(Path.of(pathOrText.value().strip()));
    } catch (IOException | java.nio.file.InvalidPathException e) {
      throw new FlowException(
          connector
              + ": `tls."
              + field
              + "` is neither PEM text nor a file that can be read. Mount the file, or put the text"
              + " into the Secret.");
    }
  }

  private static void login(Sasl who, Map<String, String> properties) {
    properties.put("sasl.mechanism", who.mechanism().name().replace('_', '-'));
    var module =
        who.mechanism() == SaslMechanism.PLAIN
            ? "org.apache.kafka.common.security.plain.PlainLoginModule"
            : "org.apache.kafka.common.security.scram.ScramLoginModule";
    properties.put(
        "sasl.jaas.config",
        module
            + " required username="
            + quoted(who.username())
            + " password="
            + quoted(who.password().value())
            + ";");
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
