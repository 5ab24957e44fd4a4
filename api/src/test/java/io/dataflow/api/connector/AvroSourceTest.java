package io.dataflow.api.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.model.secret.Secrets;
import io.dataflow.api.spec.Manifest;
import io.dataflow.api.spec.Reading;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A schema is looked at where it is written, and where a Secret holds it.
class AvroSourceTest {
  private static final String ORDER = "{\"type\": \"record\", \"name\": \"Order\", \"fields\": []}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"type": "record" | is no Avro schema
          {"type": "record", "name": "Order"} | fields
          {"type": "recrod", "name": "O", "fields": []} | MUST be a primitive
          {"type": "enum", "name": "E", "symbols": ["a-b"]} | a-b
          {"type": "record", "name": "O", "fields": [{"name": "x", "type": "Strnig"}]} | Strnig
          {"type": "record", "name": "O", "fields": [{"name": "x", "type": "int", "default": "1"}]} | default
          """)
  void aSchemaThatIsNoneIsRefusedWithTheReason(String schema, String reason) {
    var problems = Manifest.parse(flow("avroSchema: '" + schema + "'")).problems();
    assertThat(problems)
        .singleElement()
        .asString()
        .startsWith("spec.source.config.avroSchema: ")
        .contains("no Avro schema", reason);
  }

  @Test
  void aSchemaFromASecretIsRefusedWithoutItsText() {
    var flow = flow("avroSchemaSecretRef: {name: s, key: order}");
    assertThat(bound(flow, "{CANARY").toString())
        .contains(
            "spec.source.config.avroSchemaSecretRef: key `order` of Secret `s` holds what is not an"
                + " Avro schema")
        .doesNotContain("CANARY");
    assertThat(Manifest.parse(flow).problems()).isEmpty();
    assertThat(source(bound(flow, ORDER)).avroSchema()).contains(new AvroSchema(ORDER));
  }

  @Test
  void aRegistryMayBeSeveralAndComeFromASecret() {
    var flow = flow("schemaRegistry: {urlSecretRef: {name: s, key: url}}");
    var registry = source(bound(flow, "http://a:1/ , https://b/api")).schemaRegistry();
    assertThat(registry.map(SchemaRegistry::urls)).contains(List.of("http://a:1", "https://b/api"));
    assertThat(bound(flow, "https://u:CANARY@b").toString())
        .contains("spec.source.config.schemaRegistry.urlSecretRef: not the address")
        .doesNotContain("CANARY");
  }

  private static Reading bound(String flow, String secret) {
    Secrets secrets = (_, _) -> Optional.of(secret);
    return Manifest.parse(flow).bind(secrets);
  }

  private static KafkaSource source(Reading reading) {
    return (KafkaSource) ((Reading.Valid) reading).flow().spec().source();
  }

  private static String flow(String schema) {
    return """
    source:
      type: kafka
      config:
        brokers: [kafka:9092]
        topic: orders
        format: avro
        %s
    sink: {type: kafka, config: {brokers: [kafka:9092], topic: clean}}
    """
        .formatted(schema);
  }
}
