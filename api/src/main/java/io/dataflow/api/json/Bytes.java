package io.dataflow.api.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A growing buffer of bytes to write JSON and rows into; reused between batches, so a hot path
/// allocates nothing. Not safe for several threads.
public final class Bytes {
  private byte[] array;
  private int size;

  /// An empty buffer.
  ///
  /// @param capacity bytes it holds before it grows
  public Bytes(int capacity) {
    this.array = new byte[capacity];
  }

  /// Appends one byte.
  public void put(int value) {
    if (size == array.length) {
      grow(1);
    }
    array[size++] = (byte) value;
  }

  /// Appends all of the bytes.
  public void put(byte[] bytes) {
    put(bytes, 0, bytes.length);
  }

  /// Appends the bytes from `start` to before `end`.
  public void put(byte[] bytes, int start, int end) {
    int length = end - start;
    if (array.length - size < length) {
      grow(length);
    }
    System.arraycopy(bytes, start, array, size, length);
    size += length;
  }

  /// Appends the text as UTF-8.
  public void put(String text) {
    put(text.getBytes(StandardCharsets.UTF_8));
  }

  /// The number of bytes written.
  public int size() {
    return size;
  }

  /// The buffer itself: valid up to [#size], and only until the next write.
  public byte[] array() {
    return array;
  }

  /// Forgets what was written, keeping the room.
  public void clear() {
    size = 0;
  }

  /// Takes back what was written after `newSize`.
  public void truncate(int newSize) {
    size = newSize;
  }

  /// A copy of what was written.
  public byte[] toByteArray() {
    return Arrays.copyOf(array, size);
  }

  @Override
  public String toString() {
    return new String(array, 0, size, StandardCharsets.UTF_8);
  }

  private void grow(int more) {
    array = Arrays.copyOf(array, Math.max(array.length * 2, Math.addExact(size, more)));
  }
}
