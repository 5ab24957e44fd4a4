package io.dataflow.api.connector.security;

import io.dataflow.api.model.Doc;
import io.dataflow.api.model.FromSecret;
import io.dataflow.api.model.rule.Together;
import io.dataflow.api.model.secret.Secret;
import java.util.Optional;

/// A login over HTTP.
@Doc("Who the client is, over HTTP.")
@Together({"username", "password"})
public record BasicAuth(
    @Doc(value = "User name.", example = "orders-reader") @FromSecret Optional<String> username,
    @Doc("Password.") @FromSecret Optional<Secret> password) {

  /// Name and password as they travel, before they are encoded; empty when there is none.
  public Optional<String> login() {
    return username.flatMap(name -> password.map(secret -> name + ":" + secret.value()));
  }
}
