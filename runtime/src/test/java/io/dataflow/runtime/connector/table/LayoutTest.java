package io.dataflow.runtime.connector.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.api.message.Message;
import io.dataflow.api.message.Metadata;
import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.connector.table.row.FieldRow;
import io.dataflow.runtime.connector.table.row.RowObject;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What records bring may be anything; what is kept of it is bounded.
class LayoutTest {
  private static final long MOST = 2 * (4 << 20);

  private record Orders() implements TableSchema {
    @Override
    public TableName name() {
      return TableName.parse("orders");
    }

    @Override
    public List<Column> columns() {
      return List.of();
    }

    @Override
    public Optional<Column> column(String name) {
      return Optional.empty();
    }

    @Override
    public List<Column> key() {
      return List.of();
    }

    @Override
    public boolean leavesNull(Column column) {
      return false;
    }

    @Override
    public boolean takesColumns(Collection<String> names) {
      return false;
    }

    @Override
    public boolean isLike(TableSchema other) {
      return equals(other);
    }
  }

  private final Layout<Orders> layout = layout();

  private static Layout<Orders> layout() {
    return new Layout<>(
        new Orders(),
        WriteMode.insert(new FieldRow(false)),
        new RowFormat(new byte[0], new byte[0]));
  }

  private RowPlan plan(String name) {
    // As if the table had been looked at again just now.
    assertThat(layout.isConfirmedBy(layout())).isTrue();
    var json = "{\"" + name + "\": 1}";
    var message = new Message(json.getBytes(StandardCharsets.UTF_8), Metadata.of(Map.of()));
    return layout.plan(RowObject.of(message).shape());
  }

  @Test
  void aNameOfAnyLengthIsCutInTheReason() {
    assertThatThrownBy(() -> plan("n".repeat(1_000_000)).set())
        .isInstanceOf(RecordException.class)
        .hasMessageStartingWith("the table `orders` has no column `nnnnn")
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300));
  }

  @Test
  void everNewAndLongNamesAreNotKept() {
    for (int i = 0; i < 300; i++) {
      plan(i + "n".repeat(100_000));
    }
    assertThat(layout.cachedBytes()).isLessThan(MOST);
    for (int i = 0; i < 100_000; i++) {
      plan("n" + i);
    }
    assertThat(layout.cachedBytes()).isBetween(1L, MOST);
  }
}
