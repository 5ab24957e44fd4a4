package io.dataflow.runtime;

import static org.assertj.core.api.Assertions.assertThat;

/// A table of numbered rows `n`, and where a flow that delivers effectively once takes them.
record OnceTables(TestTable in, Sink out) {

  /// A table that a flow writes: `n`, without a key, so that what is repeated is seen.
  record Sink(TestTable table) {
    static Sink fresh() {
      return new Sink(TestTable.fresh("n int, updated_at timestamptz"));
    }

    /// Holds every number from 0 on, each once.
    void hasEach(int rows) {
      assertThat(table.column("n::int8")).hasSize(rows).doesNotHaveDuplicates();
      assertThat(table.column("max(n)")).containsExactly(String.valueOf(rows - 1));
    }

    /// Holds so many numbers, each once.
    void hasOnce(int rows) {
      assertThat(table.column("n")).hasSize(rows).doesNotHaveDuplicates();
    }
  }

  static OnceTables fresh(int rows) {
    var tables =
        new OnceTables(TestTable.fresh("n int PRIMARY KEY, updated_at timestamptz"), Sink.fresh());
    tables.add(0, rows);
    return tables;
  }

  /// Adds rows from one number up to another, ten of each second.
  void add(int from, int to) {
    in.run(
        "INSERT INTO %s SELECT n, '2026-01-01Z'::timestamptz + n / 10 * interval '1 s'"
                .formatted(in.name())
            + " FROM generate_series(%d, %d) n".formatted(from, to - 1));
  }

  String flow(String more) {
    return flow("readBatchSize: 7", more);
  }

  /// @param source further settings of the source
  String flow(String source, String more) {
    return """
    source: {type: postgresql, config: {%s, orderByColumn: n, %s}}
    sink: {type: postgresql, config: %s}
    delivery: effectivelyOnce
    positionsTable: %s
    %s
    """
        .formatted(inner(in.config()), source, out.table().config(), positions(), more);
  }

  private static String inner(String config) {
    return config.substring(1, config.length() - 1);
  }

  String positions() {
    return out.table().name() + "_positions";
  }

  /// A value of what a sink has stored.
  String stored(String sink, String key) {
    return new TestTable(positions())
        .column("(SELECT position ->> '%s' WHERE sink = '%s')".formatted(key, sink))
        .getFirst();
  }
}
