package io.dataflow.runtime.kafka.avro;

import io.dataflow.api.json.Bytes;

/// A record: its fields in the order in which they were written, then those that only the reader's
/// schema has.
final class Records implements Value {
  private final boolean unwraps;
  private Value[] fields = {};
  private byte[][] names = {};
  private byte[] defaults = {};

  /// @param unwraps whether it is its own single field when that is a list
  Records(boolean unwraps) {
    this.unwraps = unwraps;
  }

  /// Puts its fields in place, which a record that contains itself cannot have from the beginning.
  ///
  /// @param names with brace or comma before and colon behind; empty for a field that is skipped
  /// @param defaults what stands behind the last field that is read, brace included
  void of(Value[] fields, byte[][] names, byte[] defaults) {
    this.fields = fields;
    this.names = names;
    this.defaults = defaults;
  }

  @Override
  public void read(AvroInput in, Bytes out) {
    in.enter();
    int start = out.size();
    for (int i = 0; i < fields.length; i++) {
      out.put(names[i]);
      int value = out.size();
      fields[i].read(in, out);
      if (unwraps && names[i].length > 0 && out.array()[value] == '[') {
        unwrap(start, value, out);
        in.leave();
        return;
      }
    }
    out.put(defaults);
    in.leave();
  }

  private static void unwrap(int start, int value, Bytes out) {
    int length = out.size() - value;
    System.arraycopy(out.array(), value, out.array(), start, length);
    out.truncate(start + length);
  }
}
