package io.dataflow.runtime.connector.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;

/// The sets of a table's columns that records have values for, one object each, and the columns
/// that any record so far had a value for.
final class ColumnSets {
  private static final long BYTES_MAX = 4 << 20;
  private static final int OVERHEAD = 200;

  private final TableSchema table;
  private final BoundedCache<BitSet, ColumnSet> sets =
      new BoundedCache<>(new HashMap<>(), BYTES_MAX);
  private final BitSet seen = new BitSet();

  ColumnSets(TableSchema table) {
    this.table = table;
  }

  /// All columns that any record so far had a value for.
  ColumnSet seen() {
    return of(seen);
  }

  /// Takes note of a record's columns, and tells whether there are more of them now.
  boolean see(BitSet named) {
    int before = seen.cardinality();
    seen.or(named);
    return seen.cardinality() > before;
  }

  /// With the columns in which a missing value is null anyway: so nearly all records have the same
  /// columns, and one statement writes them.
  BitSet widened(BitSet named) {
    var all = (BitSet) named.clone();
    seen.stream().filter(i -> table.leavesNull(table.columns().get(i))).forEach(all::set);
    return all;
  }

  /// The one set of columns that has both sets' columns.
  ColumnSet union(ColumnSet one, ColumnSet other) {
    var positions = new BitSet();
    one.columns().forEach(column -> positions.set(column.position()));
    other.columns().forEach(column -> positions.set(column.position()));
    return of(positions);
  }

  /// The one set of the columns at these positions.
  ColumnSet of(BitSet positions) {
    var known = sets.get(positions);
    if (known.isPresent()) {
      return known.get();
    }
    var columns = new ArrayList<Column>();
    positions.stream().forEach(i -> columns.add(table.columns().get(i)));
    var set = new ColumnSet(columns);
    sets.put((BitSet) positions.clone(), set, OVERHEAD + 2L * set.names().length());
    return set;
  }

  /// What they take, about.
  long bytes() {
    return sets.bytes();
  }
}
