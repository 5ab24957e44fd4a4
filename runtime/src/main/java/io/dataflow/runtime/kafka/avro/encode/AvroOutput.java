package io.dataflow.runtime.kafka.avro.encode;

import io.dataflow.api.json.Bytes;

/// The bytes of one message that is being written.
final class AvroOutput {
  /// Levels that values may be nested in; those who read take no more.
  private static final int DEPTH_MOST = 500;

  private final Bytes out;
  private int depth;

  AvroOutput(Bytes out) {
    this.out = out;
  }

  int size() {
    return out.size();
  }

  void truncate(int size) {
    out.truncate(size);
  }

  void writeByte(int value) {
    out.put(value);
  }

  /// An `int` is written in the same way.
  void writeLong(long value) {
    long rest = value << 1 ^ value >> 63;
    while ((rest & ~0x7FL) != 0) {
      out.put((int) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    out.put((int) rest);
  }

  void writeFloat(float value) {
    littleEndian(Float.floatToRawIntBits(value), Float.BYTES);
  }

  void writeDouble(double value) {
    littleEndian(Double.doubleToRawLongBits(value), Double.BYTES);
  }

  void littleEndian(long value, int length) {
    for (int i = 0; i < length; i++) {
      out.put((int) (value >>> 8 * i));
    }
  }

  void write(byte[] bytes) {
    out.put(bytes);
  }

  /// Bytes behind their length.
  void writeCounted(byte[] bytes, int start, int end) {
    writeLong(end - start);
    out.put(bytes, start, end);
  }

  void enter() {
    if (++depth > DEPTH_MOST) {
      throw new AvroMisfit("is nested in more than " + DEPTH_MOST + " levels");
    }
  }

  void leave() {
    depth--;
  }
}
