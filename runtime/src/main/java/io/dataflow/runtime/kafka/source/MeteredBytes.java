package io.dataflow.runtime.kafka.source;

import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.kafka.value.AwayException;
import io.dataflow.runtime.kafka.value.Undecodable;
import io.dataflow.runtime.kafka.value.ValueDecoder;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;

/// The values of records as the flow is to see them, [#MOST] bytes a poll at most, or one record
/// that is longer.
///
/// Kafka's client bounds what it fetches by compressed bytes and what a poll unpacks by the number
/// of records, so a poll of long records that compress well would fill any memory. A deserializer
/// that fails ends the poll: what is unpacked already is returned, and the record it has failed at
/// is given to it again by the next poll. So it is when a value cannot be decoded for now.
final class MeteredBytes implements Deserializer<Object> {
  /// Bytes of one poll in memory.
  static final int MOST = 8 << 20;

  private static final SerializationException ENOUGH =
      new SerializationException("the batch is full") {
        private static final long serialVersionUID = 1L;

        @Override
        public Throwable fillInStackTrace() {
          return this;
        }
      };

  private final ValueDecoder decoder;
  private long bytes;

  MeteredBytes(ValueDecoder decoder) {
    this.decoder = decoder;
  }

  /// The next poll begins.
  void reset() {
    bytes = 0;
  }

  @Override
  public Object deserialize(String topic, byte[] value) {
    return value;
  }

  @Override
  public Object deserialize(String topic, Headers headers, byte[] value) {
    long around = size(headers);
    // The first record always passes: a poll that begins with a failure would throw it.
    if (bytes > 0 && bytes + around + (value == null ? 0 : value.length) > MOST) {
      throw ENOUGH;
    }
    var decoded = value == null ? null : decoded(value);
    long size = around + size(decoded);
    if (bytes > 0 && bytes + size > MOST) {
      throw ENOUGH;
    }
    bytes += size;
    return decoded;
  }

  private Object decoded(byte[] value) {
    try {
      return decoder.decode(value);
    } catch (UnavailableException e) {
      throw new AwayException(e);
    }
  }

  private static long size(Object decoded) {
    return switch (decoded) {
      case byte[] body -> body.length;
      case Undecodable bad -> bad.value().length;
      case null, default -> 0;
    };
  }

  private static long size(Headers headers) {
    long size = 0;
    for (var header : headers.toArray()) {
      size += header.key().length() + (header.value() == null ? 0 : header.value().length);
    }
    return size;
  }
}
