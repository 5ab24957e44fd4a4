package io.dataflow.runtime.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.message.Message;
import io.dataflow.api.message.Metadata;
import io.dataflow.api.model.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a component says is told without what was in the record.
class RedactedTest {
  private static String said(String words) {
    var body = "{\"name\": \"Zo\u00eb Q\", \"pin\": 42, \"tags\": [\"vip-7\"]}";
    var message =
        new Message(
            body.getBytes(StandardCharsets.UTF_8), Metadata.of(Map.of("key", "customer-9")));
    return new Redacted(List.of(new Secret("t0ken")))
        .words(new IllegalStateException(words), message);
  }

  @Test
  void valuesAreHiddenAsTheyAreAndAsTheyStandInAddresses() {
    assertThat(said("no Zo\u00eb Q, no vip-7")).isEqualTo("IllegalStateException: no …, no …");
    assertThat(said("http://prices/Zo%C3%AB%20Q?n=Zo%C3%AB+Q")).endsWith("http://prices/…?n=…");
    assertThat(said("key customer-9, token t0ken")).endsWith("key …, token …");
  }

  @Test
  void shortOnesAreHiddenWhereTheyStandAlone() {
    assertThat(said("pin 42 of 1429 (42)")).endsWith("pin … of 1429 (…)");
  }
}
