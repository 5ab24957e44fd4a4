package io.dataflow.runtime.connector.polling.sql;

import io.dataflow.runtime.connector.polling.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.apache.camel.component.sql.RowMapperFactory;
import org.springframework.jdbc.core.RowMapper;

/// Takes rows from the driver, and asks it for as many at a time as fit a few megabytes: the driver
/// holds what it has fetched, so a fixed number would be too many of the long ones.
final class RowReader implements RowMapperFactory, RowMapper<Row> {
  private static final int FETCH_BYTES = 4 << 20;
  private static final int FETCH_ROWS = 1000;

  private final int most;
  private int length;

  /// @param channelBufferSize the rows that the driver may hold, as far as it is asked for fewer
  RowReader(int channelBufferSize) {
    this.most = Math.min(channelBufferSize, FETCH_ROWS);
  }

  @Override
  public RowMapper<?> newColumnRowMapper() {
    return this;
  }

  @Override
  public RowMapper<?> newBeanRowMapper(Class<?> type) {
    return this;
  }

  @Override
  public Row mapRow(ResultSet rows, int number) throws SQLException {
    var json = rows.getBytes(1);
    int columns = rows.getMetaData().getColumnCount();
    // The longest row counts, and is forgotten slowly.
    length = Math.max(json.length, length - length / 64);
    rows.setFetchSize(Math.clamp(FETCH_BYTES / (length + 1), 1, most));
    return new Row(json, text(rows, 2, columns), text(rows, 3, columns));
  }

  private static Optional<String> text(ResultSet rows, int column, int columns)
      throws SQLException {
    return column <= columns ? Optional.ofNullable(rows.getString(column)) : Optional.empty();
  }
}
