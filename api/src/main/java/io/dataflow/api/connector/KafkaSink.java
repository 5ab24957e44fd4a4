package io.dataflow.api.connector;

import io.dataflow.api.connector.option.Compression;
import io.dataflow.api.connector.option.HeaderText;
import io.dataflow.api.connector.option.MessageKey;
import io.dataflow.api.connector.option.Partitioner;
import io.dataflow.api.connector.security.Sasl;
import io.dataflow.api.connector.security.SecurityProtocol;
import io.dataflow.api.connector.security.Tls;
import io.dataflow.api.model.Default;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.FromSecret;
import io.dataflow.api.model.NotEmpty;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes a Kafka topic (`docs/kafka.md`).
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
        boolean emptyAsTombstone)
    implements Sink, KafkaSecurity {

  @Override
  public boolean takesRepeats() {
    return false;
  }
}
