package io.dataflow.runtime.kafka.source;

import io.dataflow.api.connector.KafkaSource;
import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.Mark;
import io.dataflow.runtime.connector.ReadTime;
import io.dataflow.runtime.connector.SourceSample;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.kafka.client.KafkaLogin;
import io.dataflow.runtime.kafka.client.KafkaProblem;
import io.dataflow.runtime.kafka.value.AwayException;
import io.dataflow.runtime.kafka.value.ValueDecoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// The newest records of a topic, read by a client that is in no consumer group: without `group.id`
/// a client can neither join one nor commit.
///
/// @param source whose topic it is, with its login
record KafkaSample(KafkaSource source) implements SourceSample {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final int WIDER = 8;

  @Override
  public List<Message> newest(int count) throws UnavailableException {
    try (var decoder = ValueDecoder.of(source)) {
      return newest(new MeteredBytes(decoder), count);
    }
  }

  private List<Message> newest(MeteredBytes values, int count) throws UnavailableException {
    try (var consumer = client(values)) {
      return newest(consumer, values, count);
    } catch (RecordDeserializationException e) {
      throw AwayException.of(e);
    } catch (KafkaException e) {
      throw KafkaProblem.failure("source kafka", source.topic(), e);
    }
  }

  private KafkaConsumer<byte[], Object> client(MeteredBytes values) throws UnavailableException {
    try {
      return new KafkaConsumer<>(properties(), new ByteArrayDeserializer(), values);
    } catch (KafkaException e) {
      throw KafkaProblem.unmade("source kafka", e);
    }
  }

  private Properties properties() {
    var properties = new Properties();
    properties.put("bootstrap.servers", String.join(",", source.brokers()));
    properties.put("client.id", "dataflow-explain");
    properties.put("allow.auto.create.topics", "false");
    properties.put("enable.auto.commit", "false");
    properties.put("auto.offset.reset", "earliest");
    properties.put("isolation.level", source.isolationLevel().name().toLowerCase(Locale.ROOT));
    properties.put("default.api.timeout.ms", Long.toString(PATIENCE.toMillis()));
    properties.put("request.timeout.ms", Long.toString(PATIENCE.toMillis()));
    properties.putAll(
        new KafkaLogin("source kafka", source.effectiveProtocol(), source.tls(), source.sasl())
            .properties());
    return properties;
  }

  private List<Message> newest(
      KafkaConsumer<byte[], Object> consumer, MeteredBytes values, int count) {
    var known = consumer.partitionsFor(source.topic());
    if (known == null || known.isEmpty()) {
      throw new InvalidTopicException(source.topic());
    }
    var partitions =
        known.stream().map(info -> new TopicPartition(info.topic(), info.partition())).toList();
    consumer.assign(partitions);
    var held =
        new Held(consumer.beginningOffsets(partitions), consumer.endOffsets(partitions), values);
    long back = count;
    while (true) {
      var newest = held.read(consumer, back, count);
      // Offsets have gaps: compaction, marks of transactions, records that were taken back.
      if (newest.size() == count || held.isWhole(back)) {
        return messages(newest);
      }
      back = Math.multiplyExact(back, WIDER);
    }
  }

  /// By the way of a fetch, so that they are what the flow would get.
  private static List<Message> messages(List<ConsumerRecord<byte[], Object>> records) {
    var messages = new ArrayList<Message>();
    for (var record : records) {
      var partition = new TopicPartition(record.topic(), record.partition());
      var one = new ConsumerRecords<>(Map.of(partition, List.of(record)));
      messages.addAll(
          Fetch.of(one, ReadTime.since(System.nanoTime())).toBatch(Mark.none()).messages());
    }
    return messages;
  }

  /// What a topic holds at the moment, by partition.
  ///
  /// @param begin the offsets of the oldest records
  /// @param end the offsets behind the newest ones that may be read
  /// @param values bounds what one poll brings
  private record Held(
      Map<TopicPartition, Long> begin, Map<TopicPartition, Long> end, MeteredBytes values) {

    boolean isWhole(long back) {
      return begin.keySet().stream().allMatch(it -> end.get(it) - back <= begin.get(it));
    }

    /// The last records of those that the last offsets of each partition have, by time.
    List<ConsumerRecord<byte[], Object>> read(
        KafkaConsumer<byte[], Object> consumer, long back, int count) {
      begin.forEach((it, oldest) -> consumer.seek(it, Math.max(oldest, end.get(it) - back)));
      var last = new LinkedHashMap<TopicPartition, List<ConsumerRecord<byte[], Object>>>();
      long progress = System.nanoTime();
      while (begin.keySet().stream().anyMatch(it -> consumer.position(it) < end.get(it))) {
        values.reset();
        var records = consumer.poll(POLL);
        if (!records.isEmpty()) {
          progress = System.nanoTime();
        } else if (System.nanoTime() - progress > PATIENCE.toNanos()) {
          throw new TimeoutException("no record within " + PATIENCE.toSeconds() + " s");
        }
        for (var it : records.partitions()) {
          var of = last.computeIfAbsent(it, absent -> new ArrayList<>());
          records.records(it).stream().filter(at -> at.offset() < end.get(it)).forEach(of::add);
          of.subList(0, Math.max(0, of.size() - count)).clear();
        }
      }
      var all = last.values().stream().flatMap(List::stream).sorted(byTime()).toList();
      return all.subList(Math.max(0, all.size() - count), all.size());
    }

    private static Comparator<ConsumerRecord<byte[], Object>> byTime() {
      return Comparator.comparingLong(ConsumerRecord::timestamp);
    }
  }
}
