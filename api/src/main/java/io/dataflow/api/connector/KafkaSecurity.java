package io.dataflow.api.connector;

import io.dataflow.api.connector.security.Sasl;
import io.dataflow.api.connector.security.SecurityProtocol;
import io.dataflow.api.connector.security.Tls;
import io.dataflow.api.model.rule.Needs;
import io.dataflow.api.model.rule.NotWith;
import java.util.Optional;

/// How `securityProtocol`, `tls` and `sasl` belong together (`docs/kafka.md`), for all that speak
/// Kafka.
@NotWith(
    key = "tls",
    with = "securityProtocol",
    at = {"PLAINTEXT", "SASL_PLAINTEXT"})
@NotWith(
    key = "sasl",
    with = "securityProtocol",
    at = {"PLAINTEXT", "SSL"})
@Needs(
    key = "securityProtocol",
    at = {"SASL_PLAINTEXT", "SASL_SSL"},
    needs = "sasl")
interface KafkaSecurity {
  /// The protocol as it is written.
  Optional<SecurityProtocol> securityProtocol();

  /// Encryption.
  Optional<Tls> tls();

  /// Authentication.
  Optional<Sasl> sasl();

  /// The protocol that the fields mean together.
  default SecurityProtocol effectiveProtocol() {
    return securityProtocol()
        .orElseGet(
            () ->
                sasl().isPresent()
                    ? tls().isPresent()
                        ? SecurityProtocol.SASL_SSL
                        : SecurityProtocol.SASL_PLAINTEXT
                    : tls().isPresent() ? SecurityProtocol.SSL : SecurityProtocol.PLAINTEXT);
  }
}
