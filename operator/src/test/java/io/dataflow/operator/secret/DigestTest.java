package io.dataflow.operator.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Against what Python's `hashlib` and `hmac` make of the bytes `1:a2:bc`.
class DigestTest {
  // The bytes 0 to 31.
  private static final HashKey KEY = new HashKey("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");

  @Test
  void isSha256WithoutAKey() {
    assertThat(Digest.plain().add("a").add("bc").text())
        .isEqualTo("5310a58788781ab25d5ad7c3f85035824b4eb7bdfa394e0ac2186271472b5492");
  }

  @Test
  void isHmacSha256WithOne() {
    assertThat(Digest.keyed(KEY).add("a").add("bc").text())
        .isEqualTo("8050bda2077373f7984d76b1bfa6afade57060b49da3d65286c45bb969d2bcd5");
  }

  @Test
  void dependsOnWhereATextEnds() {
    assertThat(Digest.plain().add("ab").add("c").text())
        .isNotEqualTo(Digest.plain().add("a").add("bc").text());
  }
}
