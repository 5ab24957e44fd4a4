package io.dataflow.api.connector;

import io.dataflow.api.connector.security.Tls;
import io.dataflow.api.model.rule.Rule;
import io.dataflow.api.model.secret.Secret;
import java.util.Optional;
import java.util.stream.Stream;

/// A connection to PostgreSQL, and what can be said of its string without a server: whether it is
/// one at all. Nothing of it is ever repeated, because it holds a password.
public interface PostgresqlConnection {
  /// The connection string.
  Secret connectionString();

  /// Encryption with certificates of its own.
  Optional<Tls> tls();

  /// Whether the string is one, or empty: one that a Secret holds and that nobody has read yet.
  @Rule(
      cel =
          "!has(self.connectionString) || self.connectionString.trim() == ''"
              + " || (self.connectionString.contains('://')"
              + " ? self.connectionString.contains('postgres')"
              + " : self.connectionString.contains('='))",
      path = "connectionString",
      message =
          "neither a PostgreSQL URL nor `key=value` pairs. Write"
              + " `postgres://user:password@host:5432/database`, or `host=… dbname=… user=…"
              + " password=…`.")
  default boolean canBeConnected() {
    var text = connectionString().value().strip();
    return text.isEmpty() || isPairs(text) || isUrl(text);
  }

  private static boolean isUrl(String text) {
    return Stream.of("postgres://", "postgresql://", "jdbc:postgresql://")
        .anyMatch(
            scheme ->
                text.startsWith(scheme)
                    && text.length() > scheme.length()
                    && text.chars().noneMatch(Character::isWhitespace));
  }

  private static boolean isPairs(String text) {
    int name = 0;
    while (name < text.length()
        && (Character.isLetterOrDigit(text.charAt(name)) || text.charAt(name) == '_')) {
      name++;
    }
    return name > 0 && text.substring(name).stripLeading().startsWith("=");
  }
}
