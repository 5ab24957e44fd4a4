package io.dataflow.runtime.clickhouse.encode;

import io.dataflow.api.json.Bytes;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/// The parts of ClickHouse's format RowBinary: whole numbers with the lowest byte first, lengths as
/// LEB128.
final class RowBinary {
  private RowBinary() {}

  static void putWhole(long value, int width, Bytes out) {
    for (int i = 0; i < width; i++) {
      out.put((int) (value >> Math.min(8 * i, Long.SIZE - 1)) & 0xff);
    }
  }

  static void putWhole(BigInteger value, int width, Bytes out) {
    var bytes = value.toByteArray();
    int sign = value.signum() < 0 ? 0xff : 0;
    for (int i = 0; i < width; i++) {
      int from = bytes.length - 1 - i;
      out.put(from < 0 ? sign : bytes[from] & 0xff);
    }
  }

  static void putLength(int length, Bytes out) {
    int rest = length;
    while (rest > 0x7f) {
      out.put(rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    out.put(rest);
  }

  static void putText(String text, Bytes out) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    putLength(bytes.length, out);
    out.put(bytes);
  }
}
