package io.dataflow.runtime.postgresql;

import java.util.List;
import java.util.Map;

/// What the values in a connection string may be, checked before the driver sees them: it takes a
/// wrong one for a server that cannot be reached.
final class ConnectionValues {
  /// What counts unless the string says otherwise; times in seconds.
  static final Map<String, String> DEFAULTS =
      Map.of(
          "ApplicationName", "dataflow",
          "connectTimeout", "10",
          "loginTimeout", "30",
          // A server that has said nothing for so long while it writes a batch is gone.
          "socketTimeout", "300",
          "tcpKeepAlive", "true",
          // Details hold the rows' values, and exceptions end in logs.
          "logServerErrorDetail", "false");

  private static final List<String> SSL_MODES =
      List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

  private static final Map<String, String> SERVER_TYPES =
      Map.of(
          "any", "any",
          "read-write", "primary",
          "read-only", "secondary",
          "primary", "primary",
          "standby", "secondary",
          "prefer-standby", "preferSecondary",
          "secondary", "secondary",
          "preferPrimary", "preferPrimary",
          "preferSecondary", "preferSecondary");

  private ConnectionValues() {}

  static String toDriver(String name, String value) {
    return switch (name) {
      case "sslmode" -> oneOf(name, value, SSL_MODES);
      case "connectTimeout", "loginTimeout", "socketTimeout" -> seconds(name, value);
      case "tcpKeepAlive" -> value.equals("1") || value.equalsIgnoreCase("true") ? "true" : "false";
      case "loadBalanceHosts" -> value.equals("random") || value.equals("true") ? "true" : "false";
      case "targetServerType" ->
          SERVER_TYPES.get(
              oneOf(
                  "target_session_attrs", value, SERVER_TYPES.keySet().stream().sorted().toList()));
      default -> value;
    };
  }

  private static String oneOf(String name, String value, List<String> known) {
    if (!known.contains(value)) {
      throw ConnectionString.wrong(
          "`%s` cannot be `%s`. One of: %s.".formatted(name, value, String.join(", ", known)));
    }
    return value;
  }

  private static String seconds(String name, String value) {
    if (!value.matches("\\d{1,6}")) {
      throw ConnectionString.wrong("`" + name + "` is no whole number of seconds.");
    }
    return value;
  }

  static String address(String host, String port) {
    if (host.startsWith("/") || host.startsWith("@")) {
      throw ConnectionString.wrong("a Unix socket cannot be used. Give the host's name.");
    }
    if (!host.matches("[^\\s/?&=#@]*")) {
      throw ConnectionString.wrong("a host's name has characters that none has.");
    }
    boolean valid = port.matches("\\d{1,5}") && Integer.parseInt(port) <= 65_535;
    if (!port.isEmpty() && !valid) {
      throw ConnectionString.wrong(
          "a port is no number from 1 to 65535. A `:`, `/`, `?` or `#` in a password is written"
              + " `%3A`, `%2F`, `%3F` or `%23`.");
    }
    var name = host.isEmpty() ? "localhost" : host;
    boolean bareIpv6 = name.indexOf(':') >= 0 && !name.startsWith("[");
    return (bareIpv6 ? "[" + name + "]" : name) + ":" + (port.isEmpty() ? "5432" : port);
  }
}
