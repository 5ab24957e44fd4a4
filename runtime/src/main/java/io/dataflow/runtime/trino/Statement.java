package io.dataflow.runtime.trino;

import io.dataflow.api.json.JsonArray;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// A statement on its way: what the server has said of it last.
public final class Statement {
  private final long deadline;
  private StatementAnswer last;
  private List<ResultColumn> columns = List.of();

  Statement(long deadline, StatementAnswer first) {
    this.deadline = deadline;
    take(first);
  }

  void take(StatementAnswer answer) {
    last = answer;
    if (!answer.columns().isEmpty()) {
      columns = answer.columns();
    }
  }

  /// By what the server knows it.
  public String id() {
    return last.id();
  }

  /// Where to ask for more; empty when it has ended.
  public Optional<URI> next() {
    return last.next();
  }

  /// What the last answer has brought.
  public List<JsonArray> rows() {
    return last.rows();
  }

  /// The columns, when they are known.
  public List<ResultColumn> columns() {
    return columns;
  }

  /// Whether it has taken longer than it may.
  public boolean isLate() {
    return System.nanoTime() - deadline > 0;
  }
}
