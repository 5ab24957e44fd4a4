package io.dataflow.runtime.kafka.sink;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.TopicConfig;

/// What a topic's settings say about records that it may refuse. A refusal is the broker's alone to
/// give; this only tells which records must not share a batch with others, because a broker refuses
/// a batch whole.
///
/// @param bytes of a batch, and so of a record, at most
/// @param compacted whether each record needs a key
/// @param past how much older than now a timestamp may be, in milliseconds
/// @param future how much newer than now a timestamp may be, in milliseconds
record TopicLimits(int bytes, boolean compacted, long past, long future) {
  /// What a broker of default settings takes; for topics whose settings are not ours to read.
  static final TopicLimits USUAL = of(Map.of());

  /// What a batch of one record has besides key and value, at most, without headers.
  private static final int OVERHEAD = 61 + 36;

  private static final int HEADER_OVERHEAD = 10;

  /// From the settings of a topic, by name.
  static TopicLimits of(Map<String, String> settings) {
    boolean stamped =
        "LogAppendTime".equals(settings.get(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG));
    return new TopicLimits(
        Math.toIntExact(number(settings, TopicConfig.MAX_MESSAGE_BYTES_CONFIG, 1_048_588)),
        settings.getOrDefault(TopicConfig.CLEANUP_POLICY_CONFIG, "").contains("compact"),
        stamped
            ? Long.MAX_VALUE
            : number(settings, TopicConfig.MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG, Long.MAX_VALUE),
        stamped
            ? Long.MAX_VALUE
            : number(settings, TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, 3_600_000));
  }

  private static long number(Map<String, String> settings, String name, long otherwise) {
    return Optional.ofNullable(settings.get(name)).map(Long::parseLong).orElse(otherwise);
  }

  /// Whether the topic may refuse this record.
  boolean mayRefuse(ProducerRecord<byte[], byte[]> record) {
    return size(record) > bytes || compacted && record.key() == null || isFarFromNow(record);
  }

  private boolean isFarFromNow(ProducerRecord<byte[], byte[]> record) {
    if (record.timestamp() == null) {
      return false;
    }
    long age = System.currentTimeMillis() - record.timestamp();
    return age >= past || -age >= future;
  }

  /// Bytes of a batch with this record alone, uncompressed; never too few.
  private static long size(ProducerRecord<byte[], byte[]> record) {
    long size = OVERHEAD + length(record.key()) + length(record.value());
    for (var header : record.headers()) {
      size += HEADER_OVERHEAD + 3L * header.key().length() + length(header.value());
    }
    return size;
  }

  private static long length(byte[] bytes) {
    return bytes == null ? 0 : bytes.length;
  }
}
