package io.dataflow.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.testbed.server.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class KafkaServerTest {
  private static KafkaServer kafka;

  @BeforeAll
  static void start() {
    kafka = KafkaServer.start();
  }

  @AfterAll
  static void stop() {
    kafka.close();
  }

  @Test
  void giveBackWhatWasPutIn() throws Exception {
    kafka.createTopic("orders", 3);
    put("orders", "one");
    assertThat(take("orders", 1)).containsExactly("one");
  }

  @Test
  void keepsItsDataOverARestart() throws Exception {
    kafka.createTopic("kept", 1);
    put("kept", "before");
    kafka.restart();
    put("kept", "after");
    assertThat(take("kept", 2)).containsExactly("before", "after");
  }

  @Test
  void comesBackAfterBeingKilled() throws Exception {
    kafka.createTopic("killed", 1);
    put("killed", "before");
    kafka.kill();
    kafka.restart();
    put("killed", "after");
    assertThat(take("killed", 2)).containsExactly("before", "after");
  }

  private static void put(String topic, String value) throws Exception {
    var settings = Map.<String, Object>of("bootstrap.servers", kafka.bootstrap());
    var text = new StringSerializer();
    try (var producer = new KafkaProducer<>(settings, text, text)) {
      producer.send(new ProducerRecord<>(topic, value)).get();
    }
  }

  private static List<String> take(String topic, int count) {
    var settings =
        Map.<String, Object>of(
            "bootstrap.servers",
            kafka.bootstrap(),
            "group.id",
            "test",
            "auto.offset.reset",
            "earliest");
    var values = new ArrayList<String>();
    var text = new StringDeserializer();
    try (var consumer = new KafkaConsumer<>(settings, text, text)) {
      consumer.subscribe(List.of(topic));
      Await.until(
          count + " records",
          Duration.ofSeconds(30),
          () -> {
            consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
            return values.size() >= count;
          });
    }
    return values;
  }
}
