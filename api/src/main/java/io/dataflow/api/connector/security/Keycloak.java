package io.dataflow.api.connector.security;

import io.dataflow.api.model.Doc;
import io.dataflow.api.model.FromSecret;
import io.dataflow.api.model.rule.Rule;
import io.dataflow.api.model.rule.Together;
import io.dataflow.api.model.secret.Secret;
import java.util.Optional;

/// Who the client is, by a token: one that is given, or one that Keycloak gives and renews. A token
/// that is given comes before a user, and a user before the client itself.
@Doc("Who the client is, by a bearer token.")
@Together({"username", "password"})
public record Keycloak(
    @Doc(value = "Address of Keycloak.", example = "https://keycloak:8443") @FromSecret
        Optional<String> serverURL,
    @Doc(value = "Realm.", example = "data") @FromSecret Optional<String> realm,
    @Doc(value = "Client.", example = "dataflow") @FromSecret Optional<String> clientID,
    @Doc("Secret of the client; with it alone the client itself is who asks.") @FromSecret
        Optional<Secret> clientSecret,
    @Doc("User name.") @FromSecret Optional<String> username,
    @Doc("Password.") @FromSecret Optional<Secret> password,
    @Doc("A token to be used as it is. It is never renewed.") @FromSecret Optional<Secret> token) {

  /// Where tokens are asked for.
  public String tokenUrl() {
    return serverURL.orElse("").strip().replaceAll("/+$", "")
        + "/realms/"
        + realm.orElse("").strip()
        + "/protocol/openid-connect/token";
  }

  @Rule(
      path = "clientSecret",
      message =
          "missing. A token is asked for by `clientSecret`, or by `username` and `password`; or"
              + " give a `token`.")
  boolean canAsk() {
    return token.isPresent()
        || clientSecret.isPresent()
        || username.isPresent()
        || password.isPresent();
  }

  @Rule(
      path = "serverURL",
      message =
          "not the address of a Keycloak. Write `https://`, host, port and path; what is behind"
              + " `/realms/` belongs in `realm`.")
  boolean isAddress() {
    return serverURL
        .filter(it -> !it.isBlank())
        .map(it -> it.strip().matches("https?://[^ @?#]+") && !it.contains("/realms"))
        .orElse(true);
  }

  @Rule(path = "serverURL", message = "missing. Without a `token` it says where to ask for one.")
  boolean knowsWhere() {
    return token.isPresent() || serverURL.isPresent();
  }

  @Rule(path = "realm", message = "missing. Without a `token` it says in which realm to ask.")
  boolean knowsTheRealm() {
    return token.isPresent() || realm.isPresent();
  }

  @Rule(path = "clientID", message = "missing. Without a `token` it says who asks for one.")
  boolean knowsTheClient() {
    return token.isPresent() || clientID.isPresent();
  }
}
