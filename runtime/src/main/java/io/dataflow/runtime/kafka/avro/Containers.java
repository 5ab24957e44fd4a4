package io.dataflow.runtime.kafka.avro;

import io.dataflow.api.json.Bytes;

/// Arrays and maps, which are written block by block.
final class Containers {
  /// Bytes of JSON that one message may become.
  private static final int JSON_MOST = 64 << 20;

  private Containers() {}

  static Value array(Value item) {
    return (in, out) -> {
      in.enter();
      out.put('[');
      boolean first = true;
      for (long count = in.readBlock(); count > 0; count = in.readBlock()) {
        for (long i = 0; i < count; i++) {
          if (!first) {
            out.put(',');
          }
          first = false;
          int start = in.pos();
          item.read(in, out);
          in.item(start);
          bound(out);
        }
      }
      out.put(']');
      in.leave();
    };
  }

  static Value map(Value value) {
    return (in, out) -> {
      in.enter();
      out.put('{');
      boolean first = true;
      for (long count = in.readBlock(); count > 0; count = in.readBlock()) {
        for (long i = 0; i < count; i++) {
          if (!first) {
            out.put(',');
          }
          first = false;
          int length = in.readLength();
          int start = in.skip(length);
          ScalarJson.writeText(in.bytes(), start, start + length, out);
          out.put(':');
          value.read(in, out);
          bound(out);
        }
      }
      out.put('}');
      in.leave();
    };
  }

  private static void bound(Bytes out) {
    if (out.size() > JSON_MOST) {
      throw new AvroFault("it would be more than " + (JSON_MOST >> 20) + " MiB of JSON");
    }
  }
}
