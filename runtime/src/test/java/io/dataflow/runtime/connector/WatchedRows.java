package io.dataflow.runtime.connector;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.component.sql.RowMapperFactory;
import org.springframework.jdbc.core.RowMapper;

/// Reads rows as a source does, and tells what it takes from the driver.
///
/// @param reader the source's own
/// @param taken is told of each row before it is read
/// @param longestFetch gets the most rows that the driver was asked for at once
public record WatchedRows(RowMapper<?> reader, Runnable taken, AtomicInteger longestFetch)
    implements RowMapperFactory, RowMapper<Object> {

  @Override
  public RowMapper<?> newColumnRowMapper() {
    return this;
  }

  @Override
  public RowMapper<?> newBeanRowMapper(Class<?> type) {
    return this;
  }

  @Override
  public Object mapRow(ResultSet rows, int number) throws SQLException {
    taken.run();
    var row = reader.mapRow(rows, number);
    longestFetch.accumulateAndGet(rows.getFetchSize(), Math::max);
    return row;
  }
}
