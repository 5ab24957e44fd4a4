package io.dataflow.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Rows in aligned columns under their headers; a column of numbers stands to the right.
public final class Table {
  private static final String GAP = "  ";

  private final List<String> headers;
  private final List<List<String>> rows = new ArrayList<>();

  /// A table without rows.
  public Table(List<String> headers) {
    this.headers = List.copyOf(headers);
  }

  /// A table without rows.
  public Table(String... headers) {
    this(List.of(headers));
  }

  /// Adds a row with as many cells as there are headers.
  public Table row(List<String> cells) {
    rows.add(List.copyOf(cells));
    return this;
  }

  /// Adds a row with as many cells as there are headers.
  public Table row(String... cells) {
    return row(List.of(cells));
  }

  /// The headers, a rule, the rows.
  public List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add(line(headers));
    lines.add(
        line(IntStream.range(0, headers.size()).mapToObj(i -> "─".repeat(width(i))).toList()));
    rows.forEach(row -> lines.add(line(row)));
    return lines;
  }

  private String line(List<String> cells) {
    return IntStream.range(0, cells.size())
        .mapToObj(i -> aligned(i, cells.get(i)))
        .collect(Collectors.joining(GAP))
        .stripTrailing();
  }

  private String aligned(int column, String cell) {
    var blanks = " ".repeat(width(column) - length(cell));
    return isNumeric(column) ? blanks + cell : cell + blanks;
  }

  private boolean isNumeric(int column) {
    return !rows.isEmpty()
        && rows.stream().map(row -> row.get(column)).allMatch(cell -> cell.matches("[-0-9.,]*"));
  }

  private int width(int column) {
    return IntStream.concat(
            IntStream.of(length(headers.get(column))),
            rows.stream().mapToInt(row -> length(row.get(column))))
        .max()
        .orElseThrow();
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
