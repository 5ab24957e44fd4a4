package io.dataflow.runtime.connector.table;

import java.util.ArrayList;
import java.util.List;

/// What is to be done to the row of one key, one thing after the other, and no more than it takes
/// for the row to become what it would if all were done.
final class RowSteps {
  private final WriteMode mode;
  private final List<MixedRows.Row> steps = new ArrayList<>(1);

  RowSteps(WriteMode mode) {
    this.mode = mode;
  }

  List<MixedRows.Row> all() {
    return steps;
  }

  void add(MixedRows.Row row, Layout<?> layout) {
    switch (row.change()) {
      case WRITE -> write(row, layout);
      case DELETE -> delete(row);
    }
  }

  private void write(MixedRows.Row row, Layout<?> layout) {
    // Whether it counts is known where the version of the row is known.
    if (mode.version().isPresent()) {
      steps.add(row);
      return;
    }
    // A mark is taken away by the row that comes after it. A row that is gone comes back with what
    // the records behind its deletion have, and nothing else.
    if (mode.deletes() instanceof Deletes.Mark) {
      steps.removeIf(step -> step.change() == RowChange.DELETE);
    }
    if (steps.isEmpty() || steps.getLast().change() == RowChange.DELETE) {
      steps.add(row);
    } else {
      var before = steps.removeLast();
      steps.add(before.with(row, layout.union(before.set(), row.set())));
    }
  }

  private void delete(MixedRows.Row row) {
    if (mode.deletes() instanceof Deletes.Remove) {
      steps.clear();
    }
    if (steps.isEmpty() || steps.getLast().change() == RowChange.WRITE) {
      steps.add(row);
    }
  }
}
