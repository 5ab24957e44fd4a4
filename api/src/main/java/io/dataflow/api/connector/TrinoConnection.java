package io.dataflow.api.connector;

import io.dataflow.api.connector.security.BasicAuth;
import io.dataflow.api.connector.security.Keycloak;
import io.dataflow.api.connector.security.Tls;
import io.dataflow.api.model.rule.Rule;
import java.util.Optional;

/// A connection to Trino, and what can be said of it without a server.
public interface TrinoConnection {
  /// Who statements run as when nothing says otherwise.
  String USER = "dataflow-operator";

  /// The coordinator's address.
  String serverURL();

  /// The catalog that the table is in.
  String catalog();

  /// The schema that the table is in.
  String schema();

  /// Who statements run as.
  Optional<String> user();

  /// A login by name and password.
  Optional<BasicAuth> basicAuth();

  /// A login by token.
  Optional<Keycloak> keycloak();

  /// Encryption.
  Optional<Tls> tls();

  /// Who statements run as, in any case.
  default String runsAs() {
    return user().or(() -> basicAuth().flatMap(BasicAuth::username)).orElse(USER);
  }

  @Rule(
      path = "serverURL",
      message =
          "not the address of a Trino. Write `http://` or `https://`, host and port; a login"
              + " belongs in `basicAuth` or `keycloak`.")
  default boolean isAddress() {
    return serverURL().isBlank() || serverURL().strip().matches("https?://[^ @?#]+");
  }

  @Rule(path = "basicAuth", message = "not possible with `keycloak`. Remove one of them.")
  default boolean saysWhoInOneWay() {
    return basicAuth().isEmpty() || keycloak().isEmpty();
  }
}
