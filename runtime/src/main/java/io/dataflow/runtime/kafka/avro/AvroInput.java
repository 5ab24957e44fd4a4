package io.dataflow.runtime.kafka.avro;

/// The bytes of one message, read from the front. What they say of lengths and counts is believed
/// only as far as there are bytes for it, so a short message costs little whatever it says.
final class AvroInput {
  /// Levels that values may be nested in.
  private static final int DEPTH_MOST = 500;

  /// Items that take no byte at all, of a whole message.
  private static final int EMPTY_ITEMS_MOST = 1000;

  private final byte[] bytes;
  private final int end;
  private int pos;
  private int depth;
  private int emptyItems;

  AvroInput(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.pos = start;
    this.end = end;
  }

  byte[] bytes() {
    return bytes;
  }

  int pos() {
    return pos;
  }

  int left() {
    return end - pos;
  }

  int readByte() {
    if (pos == end) {
      throw AvroFault.end();
    }
    return bytes[pos++];
  }

  long readLong() {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int b = readByte();
      value |= (b & 0x7FL) << shift;
      if (b >= 0) {
        return value >>> 1 ^ -(value & 1);
      }
    }
    throw new AvroFault("a number in it is longer than 64 bits");
  }

  int readInt() {
    long value = readLong();
    if (value != (int) value) {
      throw new AvroFault("a number in it is longer than 32 bits");
    }
    return (int) value;
  }

  boolean readBoolean() {
    int b = readByte();
    if (b >>> 1 != 0) {
      throw new AvroFault("a boolean in it is neither 0 nor 1");
    }
    return b == 1;
  }

  float readFloat() {
    return Float.intBitsToFloat((int) littleEndian(Float.BYTES));
  }

  double readDouble() {
    return Double.longBitsToDouble(littleEndian(Double.BYTES));
  }

  long littleEndian(int length) {
    int start = skip(length);
    long value = 0;
    for (int i = length - 1; i >= 0; i--) {
      value = value << 8 | bytes[start + i] & 0xFF;
    }
    return value;
  }

  /// The length of bytes or a string that follows.
  int readLength() {
    long length = readLong();
    if (length < 0 || length > left()) {
      throw new AvroFault("a length in it is negative or greater than the message");
    }
    return (int) length;
  }

  /// Passes over as many bytes; where they begin.
  int skip(int length) {
    if (length > left()) {
      throw AvroFault.end();
    }
    int start = pos;
    pos += length;
    return start;
  }

  /// How many items the next block of an array or map has; 0 behind the last block.
  long readBlock() {
    long count = readLong();
    if (count < 0) {
      // The size in bytes is for those who skip.
      readLength();
      count = -count;
    }
    if (count < 0) {
      throw new AvroFault("a count in it makes no sense");
    }
    return count;
  }

  /// An item of an array was read that began at that place.
  void item(int start) {
    if (pos == start && ++emptyItems > EMPTY_ITEMS_MOST) {
      throw new AvroFault("it has more than " + EMPTY_ITEMS_MOST + " items of no length");
    }
  }

  void enter() {
    if (++depth > DEPTH_MOST) {
      throw new AvroFault("its values are nested in more than " + DEPTH_MOST + " levels");
    }
  }

  void leave() {
    depth--;
  }
}
