package io.dataflow.runtime.trino.login;

import io.dataflow.api.connector.TrinoConnection;
import io.dataflow.api.connector.security.BasicAuth;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// Who the client is, as each of its requests says.
public sealed interface Login permits Login.Fixed, KeycloakLogin {
  /// The header `Authorization`; empty without a login.
  ///
  /// @throws IOException when a token has to be asked for and there is no answer
  Optional<String> header() throws IOException;

  /// The server does not take the header: whether there is a newer one to try.
  boolean renew();

  /// One that stays what it is.
  record Fixed(Optional<String> header) implements Login {
    @Override
    public boolean renew() {
      return false;
    }

    @Override
    public String toString() {
      return "Fixed";
    }
  }

  /// As the settings say.
  ///
  /// @param http over which a token is asked for
  /// @param place whose login it is, for messages
  static Login of(TrinoConnection connection, HttpClient http, String place) {
    if (connection.keycloak().isEmpty()) {
      return new Fixed(connection.basicAuth().flatMap(BasicAuth::login).map(Login::basic));
    }
    var keycloak = connection.keycloak().get();
    return keycloak
        .token()
        .<Login>map(token -> new Fixed(Optional.of("Bearer " + token.value().strip())))
        .orElseGet(() -> new KeycloakLogin(keycloak, http, place));
  }

  /// Trino reads it as Latin-1; what that has no character for is UTF-8.
  private static String basic(String login) {
    boolean latin = StandardCharsets.ISO_8859_1.newEncoder().canEncode(login);
    var bytes = login.getBytes(latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(bytes);
  }
}
