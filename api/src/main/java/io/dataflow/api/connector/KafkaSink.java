package io.dataflow.api.connector;

import io.dataflow.api.model.Doc;
import io.dataflow.api.model.FromSecret;
import io.dataflow.api.model.NotEmpty;
import java.util.List;
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
    @Doc("Authentication.") Optional<Sasl> sasl)
    implements Sink, KafkaSecurity {

  @Override
  public boolean takesRepeats() {
    return false;
  }
}
