package io.dataflow.testbed.trino;

import io.trino.spi.Plugin;
import io.trino.spi.security.AccessDeniedException;
import io.trino.spi.security.BasicPrincipal;
import io.trino.spi.security.PasswordAuthenticator;
import io.trino.spi.security.PasswordAuthenticatorFactory;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// Runs inside of Trino, as the plugin that looks at names and passwords: Trino's own is not on
/// Maven. Its settings are the users' passwords in Base64, by name.
public final class TrinoPasswords implements Plugin, PasswordAuthenticatorFactory {
  /// What Trino's settings call it.
  static final String NAME = "users";

  /// For Trino.
  public TrinoPasswords() {}

  @Override
  public Iterable<PasswordAuthenticatorFactory> getPasswordAuthenticatorFactories() {
    return List.of(this);
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public PasswordAuthenticator create(Map<String, String> passwords) {
    return (user, password) -> {
      var bytes = password.getBytes(StandardCharsets.UTF_8);
      if (!Base64.getEncoder().encodeToString(bytes).equals(passwords.get(user))) {
        throw new AccessDeniedException("wrong user or password");
      }
      return new BasicPrincipal(user);
    };
  }
}
