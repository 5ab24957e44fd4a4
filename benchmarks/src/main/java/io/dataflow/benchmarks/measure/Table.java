package io.dataflow.benchmarks.measure;

import java.util.ArrayList;
import java.util.List;

/// A table whose first column is words and whose other columns are figures.
public final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  /// A table with these headings.
  public Table(String... headings) {
    rows.add(List.of(headings));
  }

  /// Adds a row, a cell for each heading.
  public Table row(String... cells) {
    if (cells.length != rows.getFirst().size()) {
      throw new IllegalArgumentException(cells.length + " cells for " + rows.getFirst());
    }
    rows.add(List.of(cells));
    return this;
  }

  /// The table with columns of equal width, so that a terminal shows it well.
  String markdown() {
    var text = new StringBuilder();
    line(text, rows.getFirst());
    text.append('|');
    for (var column = 0; column < rows.getFirst().size(); column++) {
      text.append("-".repeat(width(column) + 1)).append(column == 0 ? "-|" : ":|");
    }
    text.append('\n');
    rows.stream().skip(1).forEach(row -> line(text, row));
    return text.toString();
  }

  private void line(StringBuilder text, List<String> cells) {
    text.append('|');
    for (var column = 0; column < cells.size(); column++) {
      var cell = cells.get(column);
      var blanks = " ".repeat(width(column) - cell.length());
      text.append(' ').append(column == 0 ? cell + blanks : blanks + cell).append(" |");
    }
    text.append('\n');
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}
