package io.dataflow.runtime.trino.source;

import io.dataflow.runtime.connector.polling.Row;
import io.dataflow.runtime.trino.Statement;
import io.dataflow.runtime.trino.TrinoClient;
import io.dataflow.runtime.trino.TrinoException;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/// The rows of one poll, asked for page by page: no more of them is here than one answer brings.
final class PolledRows implements Iterator<Row> {
  private final TrinoClient client;
  private final Statement statement;
  private final int texts;
  private int next;
  private Optional<RowJson> form = Optional.empty();

  /// The server has failed while rows were read.
  static final class PageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PageException(Exception cause) {
      super("no page", cause, false, false);
    }
  }

  PolledRows(TrinoClient client, Statement statement, int texts) {
    this.client = client;
    this.statement = statement;
    this.texts = texts;
  }

  /// Waits for the first row or the end of all, but not for longer than that; whether one of the
  /// two
  /// is there.
  boolean arrives(Duration patience) throws TrinoException, IOException {
    long end = System.nanoTime() + patience.toNanos();
    while (isEmptyPage() && statement.next().isPresent()) {
      if (System.nanoTime() - end > 0) {
        return false;
      }
      advance();
    }
    return true;
  }

  private boolean isEmptyPage() {
    return next >= statement.rows().size();
  }

  private void advance() throws TrinoException, IOException {
    client.advance(statement);
    next = 0;
  }

  @Override
  public boolean hasNext() {
    try {
      while (isEmptyPage() && statement.next().isPresent()) {
        advance();
      }
    } catch (IOException | TrinoException e) {
      throw new PageException(e);
    }
    return !isEmptyPage();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    if (form.isEmpty()) {
      form = Optional.of(new RowJson(statement.columns(), texts));
    }
    return form.get().row(statement.rows().get(next++));
  }
}
