package io.dataflow.api.connector;

import io.dataflow.api.model.problem.Problem;
import io.dataflow.api.model.rule.Rule;
import java.util.List;
import java.util.Optional;

/// How `securityProtocol`, `tls` and `sasl` belong together (contract 2.2), for all that speak
/// Kafka.
@Rule(
    cel =
        "!has(self.tls) || !has(self.securityProtocol) || !("
            + KafkaSecurity.PROTOCOL
            + " in ['PLAINTEXT', 'SASL_PLAINTEXT'])",
    path = "tls",
    message =
        "not possible with this `securityProtocol`. Remove it, or leave `securityProtocol` out.")
@Rule(
    cel =
        "!has(self.sasl) || !has(self.securityProtocol) || !("
            + KafkaSecurity.PROTOCOL
            + " in ['PLAINTEXT', 'SSL'])",
    path = "sasl",
    message =
        "not possible with this `securityProtocol`. Remove it, or leave `securityProtocol` out.")
@Rule(
    cel =
        "has(self.sasl) || !has(self.securityProtocol) || !("
            + KafkaSecurity.PROTOCOL
            + " in ['SASL_PLAINTEXT', 'SASL_SSL'])",
    path = "sasl",
    message = "missing. This `securityProtocol` needs `username` and `password`.")
interface KafkaSecurity {
  /// The protocol as CEL sees it, in the one spelling.
  String PROTOCOL = "self.securityProtocol.trim().replace('-', '_').upperAscii()";

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

  /// What does not belong together.
  default List<Problem> securityProblems() {
    return securityProtocol().map(this::conflicts).orElse(List.of());
  }

  private List<Problem> conflicts(SecurityProtocol stated) {
    return switch (stated) {
      case PLAINTEXT -> conflict(stated, false, false);
      case SSL -> conflict(stated, true, false);
      case SASL_PLAINTEXT -> conflict(stated, false, true);
      case SASL_SSL -> conflict(stated, true, true);
    };
  }

  private List<Problem> conflict(SecurityProtocol stated, boolean mayTls, boolean needsSasl) {
    if (tls().isPresent() && !mayTls) {
      return List.of(new Problem("tls", impossible(stated)));
    }
    if (sasl().isPresent() && !needsSasl) {
      return List.of(new Problem("sasl", impossible(stated)));
    }
    if (needsSasl && sasl().isEmpty()) {
      return List.of(
          new Problem(
              "sasl",
              "missing. `securityProtocol: " + stated + "` needs `username` and `password`."));
    }
    return List.of();
  }

  private static String impossible(SecurityProtocol stated) {
    return "not possible with `securityProtocol: "
        + stated
        + "`. Remove it, or leave `securityProtocol` out.";
  }
}
