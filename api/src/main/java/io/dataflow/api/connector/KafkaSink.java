package io.dataflow.api.connector;

import io.dataflow.api.connector.option.Compression;
import io.dataflow.api.connector.option.HeaderText;
import io.dataflow.api.connector.option.KafkaFormat;
import io.dataflow.api.connector.option.MessageKey;
import io.dataflow.api.connector.option.Partitioner;
import io.dataflow.api.connector.security.Sasl;
import io.dataflow.api.connector.security.SecurityProtocol;
import io.dataflow.api.connector.security.Tls;
import io.dataflow.api.model.AtMost;
import io.dataflow.api.model.Bounds;
import io.dataflow.api.model.Default;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.FromSecret;
import io.dataflow.api.model.NotEmpty;
import io.dataflow.api.model.rule.Needs;
import io.dataflow.api.model.rule.Rule;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes a Kafka topic (`docs/kafka.md`).
@Needs(
    key = "format",
    at = "avro",
    needs = "schemaRegistry",
    because = "a record names its schema by the registry's id")
@Doc("Writes a Kafka topic; a batch counts as written when all in-sync replicas have it.")
public record KafkaSink(
    @Doc(value = "Bootstrap servers.", example = "[kafka:9092]") @FromSecret @NotEmpty
        List<String> brokers,
    @Doc(value = "Topic to write.", example = "orders-clean") @FromSecret String topic,
    @Doc("Protocol; when left out it follows from `tls` and `sasl`.")
        Optional<SecurityProtocol> securityProtocol,
    @Doc("Encryption.") Optional<Tls> tls,
    @Doc("Authentication.") Optional<Sasl> sasl,
    @Doc(
            value =
                "The key of each record; when it is missing or `null` the record is rejected. Left"
                    + " out, the source's key stays.",
            example = "$.customer.id")
        Optional<MessageKey> key,
    @Doc(
            value = "Headers to add, in place of those of the same name.",
            example = "{tenant: $.tenant, origin: '${metadata.topic}'}")
        Optional<Map<String, HeaderText>> headers,
    @Doc("How batches are made smaller.") @Default("lz4") Compression compression,
    @Doc("What decides the partition of a record: its key (`murmur2`) or the load (`sticky`).")
        @Default("murmur2")
        Partitioner partitioner,
    @Doc("Write a tombstone for a message with the metadata `operation` = `delete`.")
        @Default("false")
        boolean deleteAsTombstone,
    @Doc("Write a tombstone for a message with an empty body.") @Default("false")
        boolean emptyAsTombstone,
    @Doc("Form of the records.") @Default("json") KafkaFormat format,
    @Doc(
            "The schema of the records, with `format: avro`. Left out, it is the registry's latest,"
                + " or what the first batch looks like.")
        @FromSecret
        @AtMost(Bounds.LONG_TEXT)
        Optional<AvroSchema> avroSchema,
    @Doc(
            value = "File with the schema, as the processor sees it.",
            example = "/etc/schemas/order.avsc")
        Optional<String> avroSchemaFile,
    @Doc("Where the schema is registered, as `<topic>-value`.")
        Optional<SchemaRegistry> schemaRegistry)
    implements Sink, KafkaSecurity {

  @Override
  public boolean takesRepeats() {
    return false;
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
          "`json` has no schema, so `avroSchema`, `avroSchemaFile` and `schemaRegistry` have no"
              + " effect. Write `format: avro`, or remove them.",
      warning = true)
  boolean writesItsSchema() {
    return format == KafkaFormat.AVRO
        || avroSchema.isEmpty() && avroSchemaFile.isEmpty() && schemaRegistry.isEmpty();
  }
}
