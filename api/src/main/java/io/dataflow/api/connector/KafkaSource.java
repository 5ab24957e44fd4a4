package io.dataflow.api.connector;

import io.dataflow.api.connector.option.IsolationLevel;
import io.dataflow.api.connector.option.KafkaSourceFormat;
import io.dataflow.api.connector.security.Sasl;
import io.dataflow.api.connector.security.SecurityProtocol;
import io.dataflow.api.connector.security.Tls;
import io.dataflow.api.model.AtMost;
import io.dataflow.api.model.Bounds;
import io.dataflow.api.model.Default;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.FromSecret;
import io.dataflow.api.model.NotEmpty;
import io.dataflow.api.model.Range;
import io.dataflow.api.model.rule.Needs;
import io.dataflow.api.model.rule.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Reads a Kafka topic; `docs/kafka.md` explains it.
@Needs(
    key = "format",
    at = "jsonSchema",
    needs = "schemaRegistry",
    because = "a message names its schema by the registry's id")
@Doc("Reads a Kafka topic; offsets are committed after the sink has acknowledged.")
public record KafkaSource(
    @Doc(value = "Bootstrap servers.", example = "[kafka:9092]") @FromSecret @NotEmpty
        List<String> brokers,
    @Doc(value = "Topic to read.", example = "orders") @FromSecret String topic,
    @Doc("Consumer group.") @FromSecret @Default("dataflow-operator") String consumerGroup,
    @Doc("Protocol; when left out it follows from `tls` and `sasl`.")
        Optional<SecurityProtocol> securityProtocol,
    @Doc("Encryption.") Optional<Tls> tls,
    @Doc("Authentication.") Optional<Sasl> sasl,
    @Doc("Form of the messages.") @Default("json") KafkaSourceFormat format,
    @Doc("The schema of the messages, with `format: avro`.") @FromSecret @AtMost(Bounds.LONG_TEXT)
        Optional<AvroSchema> avroSchema,
    @Doc(
            value = "File with the schema, as the processor sees it.",
            example = "/etc/schemas/order.avsc")
        Optional<String> avroSchemaFile,
    @Doc("Where the schemas are that messages name by their ids.")
        Optional<SchemaRegistry> schemaRegistry,
    @Doc(
            "What is read of transactions: only what was committed, or also what its producer has"
                + " taken back.")
        @Default("read_committed")
        IsolationLevel isolationLevel,
    @Doc(
            value = "How long a broker may wait for `fetchMinBytes` before it answers.",
            example = "500ms")
        Optional<Duration> consumerMaxWait,
    @Doc("Bytes that a broker gathers before it answers.") @Range(min = 0)
        Optional<Integer> fetchMinBytes,
    @Doc("Bytes of one answer of a broker, at most.") @Range(min = 1)
        Optional<Integer> fetchMaxBytes,
    @Doc("Bytes of one partition in an answer, at most.") @Range(min = 1)
        Optional<Integer> maxPartitionFetchBytes,
    @Doc(value = "How long a request may take; longer than `consumerMaxWait`.", example = "30s")
        Optional<Duration> netReadTimeout,
    @Doc(value = "How long connecting to a broker may take.", example = "10s")
        Optional<Duration> netWriteTimeout)
    implements Source, KafkaSecurity {

  @Override
  public boolean polls() {
    return false;
  }

  @Rule(
      cel =
          "!has(self.netReadTimeout) || !has(self.consumerMaxWait)"
              + " || self.netReadTimeout.trim() == '' || self.consumerMaxWait.trim() == ''"
              + " || duration(self.netReadTimeout) > duration(self.consumerMaxWait)",
      path = "netReadTimeout",
      message =
          "not longer than `consumerMaxWait`, so every quiet request would time out. Raise it.")
  boolean waitsLongerThanBrokers() {
    return netReadTimeout.isEmpty()
        || consumerMaxWait.isEmpty()
        || netReadTimeout.get().compareTo(consumerMaxWait.get()) > 0;
  }

  @Rule(
      cel =
          "!has(self.format) || self.format.trim() != 'avro' || has(self.schemaRegistry)"
              + " || has(self.avroSchemaSecretRef) || has(self.avroSchema)"
              + " || has(self.avroSchemaFile) && self.avroSchemaFile.trim() != ''",
      path = "avroSchema",
      message =
          "missing: `format: avro` needs a schema. Give `avroSchema`, `avroSchemaSecretRef`,"
              + " `avroSchemaFile` or `schemaRegistry`.")
  boolean hasSchema() {
    return format != KafkaSourceFormat.AVRO
        || avroSchema.isPresent()
        || avroSchemaFile.isPresent()
        || schemaRegistry.isPresent();
  }

  @Rule(
      cel =
          "!has(self.avroSchemaFile) || self.avroSchemaFile.trim() == ''"
              + " || !has(self.avroSchema) && !has(self.avroSchemaSecretRef)",
      path = "avroSchemaFile",
      message = "not possible beside `avroSchema`. Keep one of them.")
  boolean hasOneSchema() {
    return avroSchema.isEmpty() || avroSchemaFile.isEmpty();
  }

  @Rule(
      path = "format",
      message =
          "`json` reads no schema, so `avroSchema`, `avroSchemaFile` and `schemaRegistry` have no"
              + " effect. Write `format: avro`, or remove them.",
      warning = true)
  boolean readsItsSchema() {
    return format != KafkaSourceFormat.JSON
        || avroSchema.isEmpty() && avroSchemaFile.isEmpty() && schemaRegistry.isEmpty();
  }

  @Rule(
      path = "format",
      message =
          "`jsonSchema` has its schemas in the registry, so `avroSchema` and `avroSchemaFile` have"
              + " no effect. Write `format: avro`, or remove them.",
      warning = true)
  boolean readsItsAvroSchema() {
    return format != KafkaSourceFormat.JSON_SCHEMA
        || avroSchema.isEmpty() && avroSchemaFile.isEmpty();
  }
}
