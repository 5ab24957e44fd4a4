package io.dataflow.runtime.postgresql;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/// Reads `postgres://user:password@host:port,host:port/database?name=value&…` as libpq does:
/// every part percent-decoded, a `+` being a plus.
final class ConnectionUrl {
  private static final String ENCODE_HINT =
      "a `%` that two hexadecimal digits do not follow. Write a `%` itself as `%25`, in a password"
          + " too.";

  private ConnectionUrl() {}

  static ConnectionParameters parse(String url) {
    var parameters = new ConnectionParameters();
    var rest = url.substring(url.indexOf("://") + 3);
    int authorityEnd = authorityEnd(rest);
    readAuthority(rest.substring(0, authorityEnd), parameters);
    rest = rest.substring(authorityEnd);
    int query = rest.indexOf('?');
    var path = query < 0 ? rest : rest.substring(0, query);
    if (path.length() > 1) {
      parameters.put("dbname", decode(path.substring(1)));
    }
    if (query >= 0) {
      readQuery(rest.substring(query + 1), parameters);
    }
    return parameters;
  }

  private static int authorityEnd(String rest) {
    for (int i = 0; i < rest.length(); i++) {
      if (rest.charAt(i) == '/' || rest.charAt(i) == '?') {
        return i;
      }
    }
    return rest.length();
  }

  private static void readAuthority(String authority, ConnectionParameters parameters) {
    // The last one, so that an `@` in a password need not be encoded.
    int at = authority.lastIndexOf('@');
    if (at >= 0) {
      var credentials = authority.substring(0, at);
      int colon = credentials.indexOf(':');
      parameters.put("user", decode(colon < 0 ? credentials : credentials.substring(0, colon)));
      if (colon >= 0) {
        parameters.put("password", decode(credentials.substring(colon + 1)));
      }
    }
    var hosts = new ArrayList<String>();
    var ports = new ArrayList<String>();
    for (var address : authority.substring(at + 1).split(",", -1)) {
      int colon = address.lastIndexOf(':');
      boolean hasPort = colon > address.lastIndexOf(']');
      hosts.add(decode(hasPort ? address.substring(0, colon) : address));
      ports.add(hasPort ? address.substring(colon + 1) : "");
    }
    parameters.put("host", String.join(",", hosts));
    parameters.put("port", String.join(",", ports));
  }

  private static void readQuery(String query, ConnectionParameters parameters) {
    for (var pair : query.split("&")) {
      int equals = pair.indexOf('=');
      if (equals < 0 && !pair.isEmpty()) {
        throw ConnectionString.wrong(
            "a parameter behind the `?` has no value. Write `name=value&name=value`.");
      }
      if (equals >= 0) {
        parameters.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
  }

  private static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    var bytes = ByteBuffer.allocate(3 * text.length());
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '%') {
        int end = Character.isHighSurrogate(text.charAt(i)) ? i + 2 : i + 1;
        bytes.put(StandardCharsets.UTF_8.encode(CharBuffer.wrap(text, i, end)));
        i = end - 1;
        continue;
      }
      int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
      int low = high < 0 ? -1 : Character.digit(text.charAt(i + 2), 16);
      if (low < 0) {
        throw ConnectionString.wrong(ENCODE_HINT);
      }
      bytes.put((byte) (high << 4 | low));
      i += 2;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException e) {
      throw ConnectionString.wrong("percent-encoded bytes that are not UTF-8.");
    }
  }
}
