package io.dataflow.api.json;

/// Compares numbers as they are written, digit by digit: exact at any length and any exponent, and
/// without making a number of them.
final class Decimals {
  private static final int LONG_MAGNITUDE = 18;
  private static final long EXPONENT_LIMIT = Long.MAX_VALUE / 16;

  private final byte[] bytes;
  private final int end;
  private boolean negative;
  private int first;
  private int digitsEnd;
  private long magnitude;

  private Decimals(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.end = end;
    scan(start);
  }

  /// Whether the bytes are a number as JSON writes it, and nothing else.
  static boolean isNumber(byte[] bytes, int start, int end) {
    int pos = start < end && bytes[start] == '-' ? start + 1 : start;
    int behind = digits(bytes, pos, end);
    if (behind == pos || bytes[pos] == '0' && behind > pos + 1) {
      return false;
    }
    pos = behind;
    if (pos < end && bytes[pos] == '.') {
      behind = digits(bytes, pos + 1, end);
      if (behind == pos + 1) {
        return false;
      }
      pos = behind;
    }
    if (pos < end && (bytes[pos] | 0x20) == 'e') {
      pos++;
      if (pos < end && (bytes[pos] == '+' || bytes[pos] == '-')) {
        pos++;
      }
      behind = digits(bytes, pos, end);
      if (behind == pos) {
        return false;
      }
      pos = behind;
    }
    return pos == end;
  }

  /// Whether the number is nought, however it is written.
  static boolean isZero(byte[] bytes, int start, int end) {
    return new Decimals(bytes, start, end).first < 0;
  }

  /// The number, if it is a whole one of 64 bits, however it is written.
  ///
  /// @throws ArithmeticException when it has a fraction or is larger
  static long toLong(byte[] bytes, int start, int end) {
    return new Decimals(bytes, start, end).toLong();
  }

  /// Negative, zero or positive as the first number is less than, equal to or greater than the
  /// second one.
  static int compare(byte[] a, int aStart, int aEnd, byte[] b, int bStart, int bEnd) {
    var left = new Decimals(a, aStart, aEnd);
    var right = new Decimals(b, bStart, bEnd);
    if (left.sign() != right.sign()) {
      return Integer.compare(left.sign(), right.sign());
    }
    int bySize = left.sign() == 0 ? 0 : left.compareSize(right);
    return left.negative ? -bySize : bySize;
  }

  private static int digits(byte[] bytes, int from, int end) {
    int pos = from;
    while (pos < end && bytes[pos] >= '0' && bytes[pos] <= '9') {
      pos++;
    }
    return pos;
  }

  /// Finds the first digit that counts and the power of ten that it stands for.
  private void scan(int start) {
    negative = bytes[start] == '-';
    first = -1;
    int point = -1;
    int pos = negative ? start + 1 : start;
    for (; pos < end && (bytes[pos] | 0x20) != 'e'; pos++) {
      if (bytes[pos] == '.') {
        point = pos;
      } else if (first < 0 && bytes[pos] != '0') {
        first = pos;
      }
    }
    digitsEnd = pos;
    int behindWhole = point < 0 ? pos : point;
    magnitude = behindWhole - first - (first < behindWhole ? 1 : 0) + exponent(pos + 1);
  }

  private long exponent(int from) {
    if (from >= end) {
      return 0;
    }
    boolean down = bytes[from] == '-';
    long exponent = 0;
    for (int i = down || bytes[from] == '+' ? from + 1 : from; i < end; i++) {
      exponent = Math.min(EXPONENT_LIMIT, 10 * exponent + bytes[i] - '0');
    }
    return down ? -exponent : exponent;
  }

  private long toLong() {
    if (first < 0) {
      return 0;
    }
    if (magnitude > LONG_MAGNITUDE) {
      throw new ArithmeticException("larger than 64 bits");
    }
    // Below nought, because there is one number more than above.
    long below = 0;
    long power = magnitude;
    for (int i = first; i < digitsEnd; i = skipPoint(i + 1)) {
      int digit = bytes[i] - '0';
      if (power-- >= 0) {
        below = Math.subtractExact(Math.multiplyExact(below, 10), digit);
      } else if (digit != 0) {
        throw new ArithmeticException("a fraction");
      }
    }
    for (; power >= 0; power--) {
      below = Math.multiplyExact(below, 10);
    }
    return negative ? below : Math.negateExact(below);
  }

  private int sign() {
    return first < 0 ? 0 : negative ? -1 : 1;
  }

  private int compareSize(Decimals other) {
    if (magnitude != other.magnitude) {
      return Long.compare(magnitude, other.magnitude);
    }
    int i = first;
    int j = other.first;
    while (true) {
      i = skipPoint(i);
      j = other.skipPoint(j);
      int left = digit(i);
      int right = other.digit(j);
      if (left < 0 && right < 0) {
        return 0;
      }
      int byDigit = Integer.compare(Math.max(left, '0'), Math.max(right, '0'));
      if (byDigit != 0) {
        return byDigit;
      }
      i++;
      j++;
    }
  }

  private int skipPoint(int at) {
    return at < digitsEnd && bytes[at] == '.' ? at + 1 : at;
  }

  /// The digit at the place, -1 behind the last one.
  private int digit(int at) {
    return at < digitsEnd ? bytes[at] : -1;
  }
}
