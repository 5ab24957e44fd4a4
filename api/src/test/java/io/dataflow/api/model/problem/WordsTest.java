package io.dataflow.api.model.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  private static final List<String> KEYS =
      List.of("brokers", "topic", "table", "batchSize", "connectionString", "type", "key");

  @ParameterizedTest
  @CsvSource({
    "broker, brokers",
    "borkers, brokers",
    "Brokers, brokers",
    "batch_size, batchSize",
    "BATCH-SIZE, batchSize",
    "tabel, table",
    "conectionStrin, connectionString",
    "tipe, type",
    "keys, key"
  })
  void findsWhatWasMeant(String slip, String meant) {
    assertThat(Words.nearest(slip, KEYS)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"colour", "partition", "hey-you", "typ-of-thing", "k", "''"})
  void findsNothingInWhatIsFarOff(String word) {
    assertThat(Words.nearest(word, KEYS)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "abc, abc, 0",
    "abc, ab, 1",
    "abc, abcd, 1",
    "abc, axc, 1",
    "abc, acb, 1",
    "abcd, badc, 2",
    "ca, abc, 3",
    "'', abc, 3"
  })
  void countsSlips(String from, String to, int slips) {
    assertThat(Words.distance(from, to)).isEqualTo(slips);
    assertThat(Words.distance(to, from)).isEqualTo(slips);
  }

  @Test
  void prefersTheNearestAndThenTheFirstByName() {
    assertThat(Words.nearest("tables", List.of("tablet", "table", "cables"))).contains("cables");
    assertThat(Words.nearest("tablex", List.of("table", "tablexy", "other"))).contains("table");
  }

  @Test
  void cutsLongWords() {
    assertThat(Words.refusal("x".repeat(500), List.of("a"), List.of()))
        .hasSizeLessThan(120)
        .endsWith("There is only `a`.");
  }
}
