package io.dataflow.runtime.connector.jdbc;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonScalar;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/// The texts and numbers of a JSON document, names of fields left out, in one pass over its bytes:
/// a document of a hundred thousand levels costs its size and no more.
final class Scalars implements Iterator<JsonScalar> {
  private final byte[] json;
  private final int longest;
  private int at;
  private Optional<JsonScalar> ahead;

  /// @param json a valid document
  /// @param longest those with more bytes are left out
  Scalars(byte[] json, int longest) {
    this.json = json;
    this.longest = longest;
    this.ahead = find();
  }

  @Override
  public boolean hasNext() {
    return ahead.isPresent();
  }

  @Override
  public JsonScalar next() {
    var found = ahead.orElseThrow(NoSuchElementException::new);
    ahead = find();
    return found;
  }

  private Optional<JsonScalar> find() {
    while (at < json.length) {
      int start = at;
      if (json[at] == '"') {
        at = endOfText(at);
        if (!isName() && at - start <= longest) {
          return scalar(start);
        }
      } else if (isOfNumber(json[at])) {
        at = endOfNumber(at);
        if (at - start <= longest) {
          return scalar(start);
        }
      } else {
        at = isLetter(json[at]) ? endOfWord(at) : at + 1;
      }
    }
    return Optional.empty();
  }

  private Optional<JsonScalar> scalar(int start) {
    return Json.parse(Arrays.copyOfRange(json, start, at)) instanceof JsonScalar scalar
        ? Optional.of(scalar)
        : Optional.empty();
  }

  private int endOfText(int quote) {
    int i = quote + 1;
    while (json[i] != '"') {
      i += json[i] == '\\' ? 2 : 1;
    }
    return i + 1;
  }

  /// Whether a colon follows.
  private boolean isName() {
    int i = at;
    while (i < json.length && json[i] <= ' ') {
      i++;
    }
    return i < json.length && json[i] == ':';
  }

  private int endOfNumber(int first) {
    int i = first;
    while (i < json.length && (isOfNumber(json[i]) || json[i] == '.' || isExponent(json[i]))) {
      i++;
    }
    return i;
  }

  /// `true`, `false` and `null` say nothing of a record.
  private int endOfWord(int first) {
    int i = first;
    while (i < json.length && isLetter(json[i])) {
      i++;
    }
    return i;
  }

  private static boolean isOfNumber(byte b) {
    return b >= '0' && b <= '9' || b == '-' || b == '+';
  }

  private static boolean isExponent(byte b) {
    return b == 'e' || b == 'E';
  }

  private static boolean isLetter(byte b) {
    return b >= 'a' && b <= 'z';
  }
}
