package io.dataflow.runtime.postgresql;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.postgresql.PGProperty;

/// The parameters of a connection string, by libpq's names or the JDBC driver's own, turned into
/// what the driver takes. A name that is neither is a setting of the server's (`search_path`,
/// `statement_timeout`), and the server refuses those that it does not know.
final class ConnectionParameters {
  private static final Map<String, String> DRIVER_NAMES =
      Map.ofEntries(
          entry("dbname", "PGDBNAME"),
          entry("database", "PGDBNAME"),
          entry("host", "PGHOST"),
          entry("port", "PGPORT"),
          entry("username", "user"),
          entry("application_name", "ApplicationName"),
          entry("connect_timeout", "connectTimeout"),
          entry("keepalives", "tcpKeepAlive"),
          entry("channel_binding", "channelBinding"),
          entry("gssencmode", "gssEncMode"),
          entry("krbsrvname", "kerberosServerName"),
          entry("sslnegotiation", "sslNegotiation"),
          entry("target_session_attrs", "targetServerType"),
          entry("load_balance_hosts", "loadBalanceHosts"));

  /// Tuning that makes no difference to what is read or written.
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "client_encoding",
          "default_query_exec_mode",
          "fallback_application_name",
          "keepalives_count",
          "keepalives_idle",
          "keepalives_interval",
          "sslcompression",
          "sslsni",
          "statement_cache_capacity",
          "tcp_user_timeout");

  /// Leaving these out silently would reach another server, or reach it less safely; and some name
  /// a class to run or a file to write, which a connection string has no business with.
  private static final Set<String> REFUSED =
      Set.of(
          "authenticationPluginClassName",
          "hostaddr",
          "loggerFile",
          "loggerLevel",
          "passfile",
          "require_auth",
          "requirepeer",
          "service",
          "servicefile",
          "socketFactory",
          "socketFactoryArg",
          "ssl_max_protocol_version",
          "ssl_min_protocol_version",
          "sslcrl",
          "sslcrldir",
          "sslfactory",
          "sslfactoryarg",
          "sslhostnameverifier",
          "sslpasswordcallback",
          "xmlFactoryFactory");

  private final Map<String, String> driver = new LinkedHashMap<>();
  private final StringBuilder settings = new StringBuilder();

  void put(String name, String value) {
    if (REFUSED.contains(name)) {
      throw ConnectionString.wrong("the parameter `" + name + "` is not supported. Remove it.");
    }
    if (WITHOUT_EFFECT.contains(name) || name.startsWith("pool_")) {
      return;
    }
    var driverName = DRIVER_NAMES.getOrDefault(name, name);
    if (PGProperty.forName(driverName) != null) {
      driver.put(driverName, ConnectionValues.toDriver(driverName, value));
    } else if (name.matches("[A-Za-z_][A-Za-z0-9_.]*")) {
      var escaped = value.replace("\\", "\\\\").replace(" ", "\\ ");
      settings.append(" -c ").append(name).append('=').append(escaped);
    } else {
      throw ConnectionString.wrong(
          "a parameter's name has characters that none has. Write `name=value&name=value`, and a"
              + " `?` or `&` in a password as `%3F` or `%26`.");
    }
  }

  ConnectionString connectionString() {
    var addresses = addresses();
    var database = Optional.ofNullable(driver.remove("PGDBNAME")).orElse("");
    var properties = new Properties();
    ConnectionValues.DEFAULTS.forEach(properties::setProperty);
    driver.forEach(properties::setProperty);
    if (!settings.isEmpty()) {
      properties.merge("options", settings.toString().strip(), (all, more) -> all + " " + more);
    }
    return new ConnectionString(addresses, database, properties);
  }

  private List<String> addresses() {
    var hosts = Optional.ofNullable(driver.remove("PGHOST")).orElse("").split(",", -1);
    var ports = Optional.ofNullable(driver.remove("PGPORT")).orElse("").split(",", -1);
    if (ports.length != 1 && ports.length != hosts.length) {
      throw ConnectionString.wrong(
          "%d hosts, but %d ports. Give one port for all or one for each."
              .formatted(hosts.length, ports.length));
    }
    var addresses = new ArrayList<String>();
    for (int i = 0; i < hosts.length; i++) {
      addresses.add(ConnectionValues.address(hosts[i], ports.length == 1 ? ports[0] : ports[i]));
    }
    return addresses;
  }
}
