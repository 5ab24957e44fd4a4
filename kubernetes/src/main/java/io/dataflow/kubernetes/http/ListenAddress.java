package io.dataflow.kubernetes.http;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where a port is opened, as flags write it: `:9090`, `127.0.0.1:9090` or `[::1]:9090`.
///
/// @param host the address to bind; empty binds all of them
/// @param port from 0, which lets the system choose, to 65535
public record ListenAddress(Optional<String> host, int port) {
  private static final Pattern FORM = Pattern.compile("(?:\\[([^\\]]+)\\]|([^:\\[\\]]*)):(\\d+)");
  private static final int LAST_PORT = 65_535;

  /// Reads what a flag says.
  ///
  /// @param bindAddress the address that stands for one that the flag does not name; empty or
  ///     blank is all addresses
  /// @throws IllegalArgumentException says what is wrong with the text and how it is written
  public static ListenAddress parse(String text, Optional<String> bindAddress) {
    var found = FORM.matcher(text.strip());
    if (!found.matches() || found.group(3).length() > 5 || port(found.group(3)) > LAST_PORT) {
      throw new IllegalArgumentException(
          "`" + text + "` is no address to listen on. Write `:9090` or `127.0.0.1:9090`.");
    }
    var named = Optional.ofNullable(found.group(1)).orElse(found.group(2));
    var host = Optional.ofNullable(named).filter(it -> !it.isBlank()).or(() -> bindAddress);
    return new ListenAddress(host.filter(it -> !it.isBlank()), port(found.group(3)));
  }

  private static int port(String digits) {
    return Integer.parseInt(digits);
  }

  /// The address to bind.
  public InetSocketAddress socket() {
    return host.map(it -> new InetSocketAddress(it, port))
        .orElseGet(() -> new InetSocketAddress(port));
  }

  /// As a flag would write it.
  @Override
  public String toString() {
    var name = host.orElse("");
    return (name.contains(":") ? "[" + name + "]" : name) + ":" + port;
  }
}
