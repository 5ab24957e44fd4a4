package io.dataflow.api.spec;

import io.dataflow.api.model.Problem;
import java.util.List;
import java.util.Optional;

/// How `securityProtocol`, `tls` and `sasl` belong together (contract 2.2).
final class KafkaSecurity {
  private KafkaSecurity() {}

  static SecurityProtocol protocol(
      Optional<SecurityProtocol> stated, Optional<Tls> tls, Optional<Sasl> sasl) {
    return stated.orElseGet(
        () ->
            sasl.isPresent()
                ? tls.isPresent() ? SecurityProtocol.SASL_SSL : SecurityProtocol.SASL_PLAINTEXT
                : tls.isPresent() ? SecurityProtocol.SSL : SecurityProtocol.PLAINTEXT);
  }

  static List<Problem> problems(
      Optional<SecurityProtocol> stated, Optional<Tls> tls, Optional<Sasl> sasl) {
    if (stated.isEmpty()) {
      return List.of();
    }
    return switch (stated.get()) {
      case PLAINTEXT -> conflict(stated.get(), false, tls.isPresent(), false, sasl.isPresent());
      case SSL -> conflict(stated.get(), tls.isPresent(), tls.isPresent(), false, sasl.isPresent());
      case SASL_PLAINTEXT -> conflict(stated.get(), false, tls.isPresent(), true, sasl.isPresent());
      case SASL_SSL ->
          conflict(stated.get(), tls.isPresent(), tls.isPresent(), true, sasl.isPresent());
    };
  }

  private static List<Problem> conflict(
      SecurityProtocol stated, boolean mayTls, boolean hasTls, boolean needsSasl, boolean hasSasl) {
    if (hasTls && !mayTls) {
      return List.of(
          new Problem(
              "tls",
              "not possible with `securityProtocol: "
                  + stated
                  + "`. Remove it, or leave `securityProtocol` out."));
    }
    if (hasSasl && !needsSasl) {
      return List.of(
          new Problem(
              "sasl",
              "not possible with `securityProtocol: "
                  + stated
                  + "`. Remove it, or leave `securityProtocol` out."));
    }
    if (needsSasl && !hasSasl) {
      return List.of(
          new Problem(
              "sasl",
              "missing. `securityProtocol: " + stated + "` needs `username` and `password`."));
    }
    return List.of();
  }
}
