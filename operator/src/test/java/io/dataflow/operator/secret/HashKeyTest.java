package io.dataflow.operator.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashKeyTest {
  private static Optional<Secret> holding(String key) {
    return Optional.of(
        new SecretBuilder().addToData(HashKey.ENTRY, key).addToData("shop.db.url", "eA==").build());
  }

  @Test
  void isAnotherOneForEveryFlow() {
    var first = HashKey.in(Optional.empty());
    assertThat(first.bytes()).hasSize(32);
    assertThat(HashKey.in(Optional.empty())).isNotEqualTo(first);
    assertThat(HashKey.in(Optional.of(new Secret()))).isNotEqualTo(first);
  }

  @Test
  void isTheOneInTheSecret() {
    var key = HashKey.random();
    assertThat(HashKey.in(holding(key.text()))).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AAAA", "no base64"})
  void isANewOneWhereSomebodyHasWrittenWhatIsNone(String written) {
    assertThat(HashKey.in(holding(written)).bytes()).hasSize(32);
  }

  @Test
  void isAllThatIsKeptOfASecretAndPrintsWithoutItself() {
    var key = HashKey.random();
    assertThat(HashKey.entryOf(holding(key.text()).orElseThrow()))
        .containsOnlyKeys(HashKey.ENTRY)
        .containsValue(key.text());
    assertThat(key.toString()).doesNotContain(key.text());
  }
}
