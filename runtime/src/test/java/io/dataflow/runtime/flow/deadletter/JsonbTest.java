package io.dataflow.runtime.flow.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonbTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'a':1}",
        "{'a':-12.5e+300,'b':[1,2,3]}",
        "{'a':'1e9999','e9999':true}",
        "{'a':'\\u00e9\\\\u0000\\\"','b':false}",
        "{'a':'[[{'}",
      })
  void takesOrdinaryRecords(String json) {
    assertThat(mayRefuse(json)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'a':1e1000}",
        "{'a':[1,2E-9999]}",
        "{'a':'\\u0000'}",
        "{'a\\u0000':1}",
        "{'a':'\\uD83D'}",
        "{'a':'\\udc4b'}",
      })
  void mayRefuseWhatIsBeyondPostgresql(String json) {
    assertThat(mayRefuse(json)).isTrue();
  }

  @Test
  void mayRefuseWhatIsDeepOrHasTooManyDigits() {
    assertThat(mayRefuse("[".repeat(1_000) + "]".repeat(1_000))).isTrue();
    assertThat(mayRefuse("[]".repeat(1_000))).isFalse();
    assertThat(mayRefuse("1".repeat(200_000))).isTrue();
    assertThat(mayRefuse("1,".repeat(200_000))).isFalse();
  }

  private static boolean mayRefuse(String json) {
    return Jsonb.mayRefuse(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }
}
