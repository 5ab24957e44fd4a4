package io.dataflow.api.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A page of the manual whose tables are tests.
record Page(List<String> lines) {

  /// A row of a table, cell by cell, without the backticks.
  record Row(List<String> cells) {
    String cell(int index) {
      return cells.get(index);
    }

    @Override
    public String toString() {
      return String.join("  ", cells);
    }
  }

  /// Reads a page by its path from the project's root, which is above the module that tests run in.
  static Page read(String path) throws IOException {
    return new Page(Files.readAllLines(Path.of("..").resolve(path)));
  }

  /// The rows of all tables with this head; there must be some.
  List<Row> rows(String... head) {
    var rows = new ArrayList<Row>();
    var inside = false;
    for (var line : lines) {
      if (!line.startsWith("|")) {
        inside = false;
      } else if (cells(line).equals(List.of(head))) {
        inside = true;
      } else if (inside && !line.startsWith("|---")) {
        rows.add(new Row(cells(line)));
      }
    }
    assertThat(rows).isNotEmpty();
    return rows;
  }

  private static List<String> cells(String line) {
    return Stream.of(line.substring(1).split("(?<!\\\\)\\|"))
        .map(cell -> cell.strip().replaceAll("^`|`$", "").replace("\\|", "|"))
        .toList();
  }
}
