package io.dataflow.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonObject;
import io.dataflow.testbed.Servers;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/// A flow whose source decodes, from one topic into another one.
///
/// @param format how the source decodes
/// @param in what it reads
/// @param out what has become of it
/// @param dead what could not be decoded
record DecodingFlow(String format, Topic in, Topic out, Topic dead) {
  static DecodingFlow of(String format) {
    return new DecodingFlow(format, Topic.fresh(1), Topic.fresh(1), Topic.fresh(1));
  }

  /// The setting of a registry at an address.
  static String registry(String url) {
    return registry(url, "");
  }

  /// @param more settings of it, each behind a comma
  static String registry(String url, String more) {
    return "schemaRegistry: {url: \"" + url + "\"" + more + "}";
  }

  void send(byte[]... values) {
    in.send(
        Arrays.stream(values)
            .map(value -> new ProducerRecord<byte[], byte[]>(in.name(), null, value))
            .toList());
  }

  /// The envelopes of what could not be decoded.
  List<JsonObject> errors() {
    return dead.records().stream().map(it -> (JsonObject) Json.parse(it.value())).toList();
  }

  static void isDead(JsonObject envelope, byte[] value, String reason) {
    var base64 = Base64.getEncoder().encodeToString(value);
    assertThat(envelope.toString())
        .contains(reason, "\"stage\":\"decode\"", "\"original_data_base64\":\"" + base64 + "\"");
  }

  /// Its manifest.
  ///
  /// @param schema where the source has schemas from
  String yaml(String schema) {
    var cluster = "brokers: ['" + Topic.brokers() + "']";
    return """
    source:
      type: kafka
      config:
        %s
        topic: %s
        consumerGroup: %s
        format: %s
        %s
    sink: {type: kafka, config: {%s, topic: %s}}
    errors: {type: kafka, config: {%s, topic: %s}}
    """
        .formatted(
            cluster,
            in.name(),
            Servers.freshName("group"),
            format,
            schema,
            cluster,
            out.name(),
            cluster,
            dead.name());
  }
}
