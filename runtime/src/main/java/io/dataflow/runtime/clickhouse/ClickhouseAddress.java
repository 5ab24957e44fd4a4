package io.dataflow.runtime.clickhouse;

import io.dataflow.runtime.connector.FlowException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where ClickHouse is and how to log in: an address of its HTTP interface, or of its native one
/// with a port for which the former's is known. What is said behind the `?` is a setting of the
/// server's, but for what clients call it.
///
/// @param base scheme, host and port
/// @param settings of each request, by name
/// @param gzip whether what is sent is compressed
public record ClickhouseAddress(
    URI base,
    Optional<String> user,
    Optional<String> password,
    String database,
    Map<String, String> settings,
    Duration connectTimeout,
    Duration readTimeout,
    boolean gzip) {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration READ = Duration.ofMinutes(5);
  private static final String DEFAULT_DATABASE = "default";
  private static final int HTTP = 8123;
  private static final int HTTPS = 8443;

  /// Reads an address.
  ///
  /// @throws FlowException when it is none; nothing of it is told, because it may hold a password
  public static ClickhouseAddress parse(String text) {
    try {
      return of(new URI(text.strip()));
    } catch (URISyntaxException e) {
      throw wrong("cannot be read as a URL. Write %-escapes for special characters in it");
    }
  }

  private static ClickhouseAddress of(URI uri) {
    if (uri.getHost() == null) {
      throw wrong("names no host");
    }
    var options = options(Optional.ofNullable(uri.getRawQuery()).orElse(""));
    var login = Optional.ofNullable(uri.getRawUserInfo()).orElse("").split(":", 2);
    var inQuery = Optional.ofNullable(options.remove("username"));
    var user = inQuery.or(() -> Optional.ofNullable(options.remove("user")));
    var secret = Optional.ofNullable(options.remove("password"));
    var path = Optional.ofNullable(uri.getPath()).orElse("").replaceFirst("^/", "");
    var database = Optional.ofNullable(options.remove("database"));
    var base = base(uri, isTrue(options.remove("secure")));
    var connect = duration(options.remove("dial_timeout"), CONNECT);
    var read = duration(options.remove("read_timeout"), READ);
    boolean gzip = isTrue(options.remove("compress"));
    return new ClickhouseAddress(
        base,
        user.or(() -> Optional.of(decoded(login[0])).filter(name -> !name.isEmpty())),
        secret.or(() -> login.length < 2 ? Optional.empty() : Optional.of(decoded(login[1]))),
        path.isEmpty() ? database.orElse(DEFAULT_DATABASE) : path,
        Map.copyOf(options),
        connect,
        read,
        gzip);
  }

  /// The native protocol's usual ports stand for the HTTP interface's usual ones.
  private static URI base(URI uri, boolean secure) {
    int port = uri.getPort();
    var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    return switch (scheme) {
      case "http", "https" -> base(scheme, uri, port < 0 ? usual(scheme) : port);
      case "clickhouse" ->
          switch (port) {
            case -1, 9000, HTTP -> secure ? base("https", uri, HTTPS) : base("http", uri, HTTP);
            case 9440, HTTPS -> base("https", uri, HTTPS);
            default ->
                throw wrong(
                    ("names the port %d of the native protocol, and the port of the HTTP interface"
                            + " beside it is not known. Write `http://…` with that")
                        .formatted(port));
          };
      default -> throw wrong("has an unknown scheme");
    };
  }

  private static int usual(String scheme) {
    return scheme.equals("https") ? HTTPS : HTTP;
  }

  private static URI base(String scheme, URI uri, int port) {
    return URI.create(scheme + "://" + uri.getHost() + ":" + port);
  }

  private static Map<String, String> options(String query) {
    var options = new LinkedHashMap<String, String>();
    for (var each : query.split("&")) {
      if (!each.isEmpty()) {
        var pair = each.split("=", 2);
        options.put(decoded(pair[0]), pair.length < 2 ? "" : decoded(pair[1]));
      }
    }
    return options;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static boolean isTrue(String option) {
    return option != null && !option.matches("0|false|none|");
  }

  private static Duration duration(String option, Duration otherwise) {
    if (option == null) {
      return otherwise;
    }
    var seconds = option.matches("\\d{1,6}s?") ? option.replace("s", "") : "";
    if (seconds.isEmpty() || Integer.parseInt(seconds) == 0) {
      throw wrong("has a timeout that is none. Write seconds, as `10s`");
    }
    return Duration.ofSeconds(Integer.parseInt(seconds));
  }

  private static FlowException wrong(String what) {
    return new FlowException("connectionString: the address " + what + ".");
  }

  /// The address without the login.
  @Override
  public String toString() {
    return base + "/" + database;
  }
}
