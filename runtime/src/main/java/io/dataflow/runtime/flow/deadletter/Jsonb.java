package io.dataflow.runtime.flow.deadletter;

/// What PostgreSQL's jsonb does not take although it is JSON: the character U+0000, half a
/// surrogate pair, great depth, numbers beyond `numeric`. It judges by the looks and is strict:
/// what it finds suspicious is kept as text, and nothing is lost by that.
final class Jsonb {
  private static final int DEPTH_MAX = 500;

  /// A numeric has at most 131072 digits before the point and 16383 behind it.
  private static final int DIGITS_MAX = 10_000;

  private static final int EXPONENT_DIGITS_MAX = 3;

  private final byte[] json;
  private int depth;
  private int digits;
  private boolean exponent;

  private Jsonb(byte[] json) {
    this.json = json;
  }

  /// Whether jsonb may refuse this, which is JSON.
  static boolean mayRefuse(byte[] json) {
    return new Jsonb(json).mayRefuse();
  }

  private boolean mayRefuse() {
    boolean inText = false;
    for (int i = 0; i < json.length; i++) {
      if (json[i] == '"') {
        inText = !inText;
      } else if (json[i] == '\\') {
        i++;
        if (json[i] == 'u' && isRefused(i + 1)) {
          return true;
        }
      } else if (!inText && isTooMuch(json[i])) {
        return true;
      }
    }
    return false;
  }

  /// U+0000 or a surrogate; whether its other half is there too is not looked at.
  private boolean isRefused(int hex) {
    boolean zero = json[hex] == '0' && json[hex + 1] == '0';
    return zero && json[hex + 2] == '0' && json[hex + 3] == '0'
        || (json[hex] | 0x20) == 'd' && json[hex + 1] >= '8';
  }

  private boolean isTooMuch(byte character) {
    switch (character) {
      case '[', '{' -> depth++;
      case ']', '}' -> depth--;
      case 'e', 'E' -> {
        exponent = true;
        digits = 0;
      }
      case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> digits++;
      case '+', '-', '.' -> {
        // Inside a number.
      }
      default -> {
        exponent = false;
        digits = 0;
      }
    }
    return depth > DEPTH_MAX || digits > (exponent ? EXPONENT_DIGITS_MAX : DIGITS_MAX);
  }
}
