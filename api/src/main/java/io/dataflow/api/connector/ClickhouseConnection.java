package io.dataflow.api.connector;

import io.dataflow.api.model.rule.Rule;
import io.dataflow.api.model.secret.Secret;
import java.util.stream.Stream;

/// A connection to ClickHouse, and what can be said of its address without a server: whether it is
/// one at all. Nothing of it is ever repeated, because it holds a password.
public interface ClickhouseConnection {
  /// The address.
  Secret connectionString();

  /// Whether the text is an address, or empty: one that a Secret holds and that nobody has read
  /// yet.
  @Rule(
      cel =
          "!has(self.connectionString) || self.connectionString.trim() == ''"
              + " || self.connectionString.contains('://')"
              + " && (self.connectionString.contains('http')"
              + " || self.connectionString.contains('clickhouse'))",
      path = "connectionString",
      message =
          "no address of ClickHouse. Write `http://user:password@host:8123/database`, `https://…`"
              + " or `clickhouse://…`.")
  default boolean canBeConnected() {
    var text = connectionString().value().strip();
    return text.isEmpty()
        || Stream.of("http://", "https://", "clickhouse://")
            .anyMatch(
                scheme ->
                    text.startsWith(scheme)
                        && text.length() > scheme.length()
                        && text.chars().noneMatch(Character::isWhitespace));
  }
}
