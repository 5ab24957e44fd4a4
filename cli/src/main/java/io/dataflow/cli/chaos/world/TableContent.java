package io.dataflow.cli.chaos.world;

/// What a table holds: its rows in the order in which they came.
///
/// @param number the SQL that reads a row's number
record TableContent(LocalTable table, String number) implements SinkContent {
  private static final String ARRIVAL = "chaos_arrival";

  /// The column that numbers the rows as they come; the flow knows nothing of it.
  static String arrival() {
    return ", " + ARRIVAL + " bigint GENERATED ALWAYS AS IDENTITY";
  }

  @Override
  public long count() {
    return table.numbers("SELECT count(*) FROM " + table.quoted()).getFirst();
  }

  @Override
  public long[] numbers() {
    var sql = "SELECT " + number + " FROM " + table.quoted() + " ORDER BY " + ARRIVAL;
    return table.numbers(sql).stream().mapToLong(Long::longValue).toArray();
  }
}
