package io.dataflow.cli.chaos.oracle;

import java.util.Arrays;

/// Which records the source has, and where each of them belongs. One thread writes, others read.
public final class Ledger {
  private byte[] sinks = new byte[1 << 16];
  private int size;

  /// The next record is in the source, and belongs to this sink.
  public synchronized void add(byte sink) {
    if (size == sinks.length) {
      sinks = Arrays.copyOf(sinks, size * 2);
    }
    sinks[size++] = sink;
  }

  /// How many records the source has.
  public synchronized int size() {
    return size;
  }

  /// Where each record belongs, by its number.
  public synchronized byte[] sinks() {
    return Arrays.copyOf(sinks, size);
  }
}
