package io.dataflow.cli.chaos.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Numbers of one key are those that differ by a multiple of [NumberedRecords#KEYS].
class SinkTallyTest {
  private static final int KEYS = NumberedRecords.KEYS;

  private final byte[] sinks = new byte[4 * KEYS];

  @Test
  void allThereOnceIsPerfect() {
    assertThat(tally(all())).isEqualTo(new SinkTally(64, 64, 0, 0, 0, 0));
  }

  @Test
  void whatIsMissingIsLost() {
    assertThat(tally(all().filter(number -> number != 17)).lost()).isEqualTo(1);
  }

  @Test
  void whatBelongsElsewhereIsStrayHereAndNotLost() {
    sinks[17] = 1;
    var tally = tally(all());
    assertThat(tally.stray()).isEqualTo(1);
    assertThat(tally.lost()).isZero();
    sinks[17] = Routing.NOWHERE;
    assertThat(tally(all()).stray()).isEqualTo(1);
  }

  @Test
  void whatWasNeverFedIsStray() {
    assertThat(tally(LongStream.concat(all(), LongStream.of(-1, 64))).stray()).isEqualTo(2);
  }

  @Test
  void aStretchThatComesOnceMoreIsRepeatedAndInOrder() {
    var tally = tally(LongStream.concat(all().limit(40), all().skip(20)));
    assertThat(tally.repeated()).isEqualTo(20);
    assertThat(tally.outOfOrder()).isZero();
    assertThat(tally.lost()).isZero();
  }

  @Test
  void whatComesFirstBehindALaterOneOfItsKeyIsOutOfOrder() {
    assertThat(tally(LongStream.of(3, 3 + 2 * KEYS, 3 + KEYS)).outOfOrder()).isEqualTo(1);
    assertThat(tally(LongStream.of(3, 4 + 2 * KEYS, 3 + KEYS)).outOfOrder()).isZero();
  }

  @Test
  void orderIsJudgedBehindARepetitionToo() {
    var repeated = LongStream.of(3, 3 + KEYS, 3, 3 + 3 * KEYS, 3 + 2 * KEYS);
    assertThat(tally(repeated).outOfOrder()).isEqualTo(1);
  }

  private LongStream all() {
    return LongStream.range(0, sinks.length);
  }

  private SinkTally tally(LongStream numbers) {
    return SinkTally.of((byte) 0, Arrays.copyOf(sinks, sinks.length), numbers.toArray());
  }
}
