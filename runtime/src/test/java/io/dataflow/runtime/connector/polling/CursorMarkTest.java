package io.dataflow.runtime.connector.polling;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.runtime.checkpoint.MemoryCheckpointStore;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where a flow goes on that has ended at a row: right before it, or before all rows that the
/// cursor cannot tell from it.
class CursorMarkTest {
  private static final Cursor CURSOR =
      new Cursor(
          new CursorColumn("at", "text", CursorColumn.Kind.OTHER),
          new CursorColumn("id", "bigint", CursorColumn.Kind.NUMBER));

  private final MemoryCheckpointStore checkpoints = new MemoryCheckpointStore();
  private final Progress progress = new Progress("postgresql", checkpoints, Optional.empty());

  /// @param rows the place of each: `1 2 2 3`
  private CursorMark mark(Position before, String rows, Position behind) {
    var read = Stream.of(rows.split(" ")).map(CursorMarkTest::row).toList();
    var form = new StoredForm(Optional.of("orders"), CURSOR);
    return new CursorMark(before, read, behind, form, progress, List.of());
  }

  private static Row row(String id) {
    return new Row(new byte[0], Optional.of(id), Optional.of("noon"));
  }

  private static Position at(String id) {
    return id.equals("-") ? Position.START : CURSOR.place(row(id));
  }

  @ParameterizedTest
  @CsvSource({
    // No ties: right before the culprit, at the start of the batch, inside it, at its end.
    "-, 1 2 3 4, 4, 0, -, 0",
    "7, 8 9 10, 10, 0, 7, 0",
    "-, 1 2 3 4, 4, 2, 2, 2",
    "-, 1 2 3 4, 4, 3, 3, 3",
    // All of the batch, and nothing is to blame.
    "-, 1 2 3 4, 4, 4, 4, 4",
    // The first of a tie, one inside of it, the last of it, and the one behind it.
    "-, 1 2 2 2 3, 3, 1, 1, 1",
    "-, 1 2 2 2 3, 3, 2, 1, 1",
    "-, 1 2 2 2 3, 3, 3, 1, 1",
    "-, 1 2 2 2 3, 3, 4, 2, 4",
    // A tie that begins the batch.
    "7, 8 8 9, 9, 1, 7, 0",
    "7, 8 8 9, 9, 2, 8, 2",
    // A tie that the batch before has begun, so that the position still lies before it.
    "7, 8 9, 9, 0, 7, 0",
    "7, 8 9, 9, 1, 8, 1",
    // A tie that ends the batch, complete; and one that the next batch goes on with.
    "-, 1 2 2, 2, 2, 1, 1",
    "-, 1 2 2, 1, 2, 1, 1",
    "-, 1 2 2, 1, 3, 1, 3",
    // All of one place: the position stays where it was.
    "-, 5 5 5, 5, 0, -, 0",
    "-, 5 5 5, 5, 2, -, 0",
    "4, 5 5 5, 4, 1, 4, 0",
    "4, 5 5 5, 4, 3, 4, 3"
  })
  void liesBeforeTheCulpritAndItsTies(
      String before, String rows, String behind, int culprit, String position, int passed) {
    var first = (CursorMark) mark(at(before), rows, at(behind)).first(culprit);
    assertThat(first.behind()).isEqualTo(at(position));
    assertThat(first.rows()).hasSize(passed);
  }

  @Test
  void aPlaceThatLiesBeforeTiesIsBehindNoMoreRowsThanItHas() {
    var first = mark(Position.START, "1 2 2 2", at("2")).first(3);
    assertThat(((CursorMark) first.first(2)).behind()).isEqualTo(at("1"));
    assertThat(((CursorMark) first.first(1)).behind()).isEqualTo(at("1"));
    assertThat(((CursorMark) first.first(0)).behind()).isEqualTo(Position.START);
  }

  @Test
  void whatIsAcknowledgedIsSaved() {
    mark(Position.START, "1 2 2 3", at("3")).first(2).acknowledged();
    assertThat(checkpoints.load("postgresql").orElseThrow().toString())
        .isEqualTo(at("1").json(CURSOR).toString());
  }

  @Test
  void aPositionBeforeAllRowsIsNotSaved() {
    mark(Position.START, "2 2 3", at("3")).first(1).acknowledged();
    assertThat(checkpoints.load("postgresql")).isEmpty();
  }
}
