package io.dataflow.runtime;

import io.dataflow.testbed.Servers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// A topic, from its user's side.
///
/// @param server the broker's address
public record Topic(String server, String name) {
  /// A topic of the broker that all tests share.
  public Topic(String name) {
    this(brokers(), name);
  }

  public static Topic fresh(int partitions) {
    return new Topic(Servers.freshTopic(partitions));
  }

  /// A topic that takes no record longer than that many bytes.
  public static Topic ofSmallRecords(int bytes) {
    return with(Map.of("max.message.bytes", String.valueOf(bytes)));
  }

  /// A topic of one partition with these settings.
  public static Topic with(Map<String, String> settings) {
    var name = Servers.freshName("t");
    try (var admin = Admin.create(Map.of("bootstrap.servers", brokers()))) {
      admin.createTopics(List.of(new NewTopic(name, 1, (short) 1).configs(settings))).all().get();
      return new Topic(name);
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(name, e);
    }
  }

  /// Changes a setting of the topic.
  public void set(String setting, String value) {
    var resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
    var change = new AlterConfigOp(new ConfigEntry(setting, value), AlterConfigOp.OpType.SET);
    try (var admin = Admin.create(Map.of("bootstrap.servers", server))) {
      admin.incrementalAlterConfigs(Map.of(resource, List.of(change))).all().get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(name, e);
    }
  }

  /// Text that no compression makes short.
  public static String noise(int length) {
    return new Random(7)
        .ints(length, 'a', 'z' + 1)
        .mapToObj(c -> String.valueOf((char) c))
        .collect(Collectors.joining());
  }

  public void send(String... values) {
    send(
        Arrays.stream(values)
            .map(value -> new ProducerRecord<>(name, bytes(""), bytes(value)))
            .toList());
  }

  public void send(List<ProducerRecord<byte[], byte[]>> records) {
    var properties =
        Map.<String, Object>of(
            "bootstrap.servers", server, "linger.ms", "5", "max.request.size", 16 << 20);
    try (var producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      var answers = records.stream().map(producer::send).toList();
      producer.flush();
      for (var answer : answers) {
        answer.get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(name, e);
    }
  }

  /// All records of the topic that are committed, partition by partition.
  public List<ConsumerRecord<byte[], byte[]>> records() {
    var properties =
        Map.<String, Object>of("bootstrap.servers", server, "isolation.level", "read_committed");
    try (var consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      var partitions = consumer.partitionsFor(name).stream().map(Topic::partition).toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
      return records;
    }
  }

  /// Commits this offset for each partition, as a group does that has read so far.
  public void commit(String group, long offset) {
    try (var admin = Admin.create(Map.of("bootstrap.servers", server))) {
      var partitions = admin.describeTopics(List.of(name)).allTopicNames().get().get(name);
      var offsets =
          partitions.partitions().stream()
              .collect(
                  Collectors.toMap(
                      info -> new TopicPartition(name, info.partition()),
                      info -> new OffsetAndMetadata(offset)));
      admin.alterConsumerGroupOffsets(group, offsets).all().get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(name, e);
    }
  }

  /// The sum of what a group has committed for each partition.
  public long committed(String group) {
    try (var admin = Admin.create(Map.of("bootstrap.servers", server))) {
      return admin
          .listConsumerGroupOffsets(group)
          .partitionsToOffsetAndMetadata()
          .get()
          .values()
          .stream()
          .mapToLong(OffsetAndMetadata::offset)
          .sum();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(name, e);
    }
  }

  /// Deletes the topic and creates one of the same name.
  public void recreate(int partitions) {
    try (var admin = Admin.create(Map.of("bootstrap.servers", server))) {
      admin.deleteTopics(List.of(name)).all().get();
      TestFlow.await(() -> isCreated(admin, partitions));
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(name, e);
    }
  }

  /// A topic that is being deleted cannot be created yet.
  private boolean isCreated(Admin admin, int partitions) {
    try {
      admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1))).all().get();
      return true;
    } catch (ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      throw new AssertionError(name, e);
    }
  }

  public List<String> values() {
    return records().stream()
        .map(record -> new String(record.value(), StandardCharsets.UTF_8))
        .toList();
  }

  public static String brokers() {
    return Servers.kafka().bootstrap();
  }

  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static TopicPartition partition(PartitionInfo info) {
    return new TopicPartition(info.topic(), info.partition());
  }
}
