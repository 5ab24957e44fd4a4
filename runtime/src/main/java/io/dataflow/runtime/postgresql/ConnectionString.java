package io.dataflow.runtime.postgresql;

import io.dataflow.api.connector.PostgresqlConnection;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.postgresql.tls.TlsProperties;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.postgresql.Driver;

/// Where a database is and how to get in, read from any of the three ways in which people write it:
/// `postgres://user:password@host:5432/database?sslmode=require`, `host=… dbname=…`, and
/// `jdbc:postgresql://…`. Prints as hosts and database alone, never with user or password.
public final class ConnectionString {
  private final List<String> addresses;
  private final String database;
  private final Properties properties;

  ConnectionString(List<String> addresses, String database, Properties properties) {
    this.addresses = List.copyOf(addresses);
    this.database = database;
    this.properties = properties;
  }

  /// Reads a connection string of any of the three forms.
  ///
  /// @throws FlowException with what is wrong, and nothing of the string's secrets
  public static ConnectionString parse(String text) {
    var stripped = text.strip();
    if (stripped.isEmpty()) {
      throw wrong("is empty. Write for example `postgres://user:password@host:5432/database`.");
    }
    if (stripped.startsWith("postgres://") || stripped.startsWith("postgresql://")) {
      return ConnectionUrl.parse(stripped).connectionString();
    }
    if (stripped.startsWith("jdbc:")) {
      return parseJdbc(stripped).connectionString();
    }
    return ConnectionKeywords.parse(stripped).connectionString();
  }

  private static ConnectionParameters parseJdbc(String url) {
    var read = url.startsWith("jdbc:postgresql:") ? Driver.parseURL(url, new Properties()) : null;
    if (read == null) {
      throw wrong("is no JDBC URL of PostgreSQL. Write `jdbc:postgresql://host:5432/database`.");
    }
    var parameters = new ConnectionParameters();
    for (var name : read.stringPropertyNames()) {
      parameters.put(name, read.getProperty(name));
    }
    return parameters;
  }

  /// The connection that a manifest describes, by its string and its `tls`.
  ///
  /// @throws FlowException with what is wrong, and nothing of its secrets
  public static ConnectionString of(PostgresqlConnection connection) {
    var parsed = parse(connection.connectionString().value());
    return connection
        .tls()
        .map(tls -> TlsProperties.of(parsed.properties, tls))
        .map(all -> new ConnectionString(parsed.addresses, parsed.database, all))
        .orElse(parsed);
  }

  static FlowException wrong(String what) {
    return new FlowException("connectionString: " + what);
  }

  /// The same with a property of the JDBC driver that counts unless the string itself has set it.
  public ConnectionString withDefault(String property, String value) {
    var more = properties();
    more.putIfAbsent(property, value);
    return new ConnectionString(addresses, database, more);
  }

  /// The address for JDBC: hosts and database, no credentials and no settings.
  public String jdbcUrl() {
    // The driver takes an address without a database for the user's own database.
    var path = URLEncoder.encode(database, StandardCharsets.UTF_8);
    return "jdbc:postgresql://" + String.join(",", addresses) + "/" + path;
  }

  /// The driver's properties, `user` and `password` among them; a copy.
  public Properties properties() {
    var copy = new Properties();
    copy.putAll(properties);
    return copy;
  }

  /// Opens a connection; the caller closes it.
  public Connection connect() throws SQLException {
    return new Driver().connect(jdbcUrl(), properties());
  }

  /// The hosts and the database, for people: `db-1:5432, db-2:5432/shop`.
  @Override
  public String toString() {
    return addresses.stream().collect(Collectors.joining(", "))
        + (database.isEmpty() ? "" : "/" + database);
  }
}
