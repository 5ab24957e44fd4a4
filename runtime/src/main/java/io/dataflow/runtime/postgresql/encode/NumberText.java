package io.dataflow.runtime.postgresql.encode;

import io.dataflow.api.transformation.RecordException;
import java.nio.charset.StandardCharsets;

/// A JSON number as a text that is short enough to compute with. Decimal arithmetic takes time with
/// the square of the digits, and no type that needs it holds more than some twenty.
final class NumberText {
  private static final int LENGTH_MAX = 1000;

  private NumberText() {}

  static String of(byte[] json, int start, int end) {
    if (end - start > LENGTH_MAX) {
      throw new RecordException("the number is written with more than 1000 characters");
    }
    return new String(json, start, end - start, StandardCharsets.US_ASCII);
  }
}
