package io.dataflow.runtime.connector.polling;

import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.Batch;
import io.dataflow.runtime.connector.Mark;
import io.dataflow.runtime.connector.ReadTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.camel.RuntimeCamelException;

/// The rows of one poll as batches, made one at a time as the flow asks for them, so that no more
/// rows are in memory than one batch has and one fetch of the driver.
///
/// A batch may end between two rows that the cursor cannot tell apart. The position that its
/// acknowledgement saves is then the one before them: behind itself the cursor would not find the
/// rest of them. Where sinks store the position with the rows such rows end the reading.
public final class Chunks implements Iterator<Batch> {
  private final Iterator<?> rows;
  private final Reading reading;
  private Optional<Row> ahead;
  private Position complete;
  private Optional<Position> unfinished = Optional.empty();
  private boolean cut;
  private long begin;

  /// Of a poll's rows, each a [Row].
  ///
  /// @param begin when the poll began, by [System#nanoTime]
  public Chunks(Iterator<?> rows, Reading reading, long begin) {
    this.begin = begin;
    this.rows = rows;
    this.reading = reading;
    this.complete = reading.progress().sent();
    this.ahead = read();
  }

  @Override
  public boolean hasNext() {
    return ahead.isPresent() && !reading.stopping().getAsBoolean() && !reading.watch().hasEnded();
  }

  @Override
  public Batch next() {
    finished();
    if (cut) {
      // What lies behind the row that was read ahead is not known any more: it is read again.
      ahead = Optional.empty();
      return batch(List.of(), complete, List.of());
    }
    long begun = begin;
    var row = ahead.orElseThrow(NoSuchElementException::new);
    var before = complete;
    var read = new ArrayList<Row>();
    var messages = new ArrayList<Message>();
    long bytes = 0;
    while (true) {
      read.add(row);
      messages.add(reading.message(row));
      bytes += row.json().length;
      advance(row);
      if (ahead.isEmpty()
          || messages.size() >= reading.limit().rows()
          || bytes >= reading.limit().bytes()) {
        break;
      }
      row = ahead.get();
    }
    reading.events().polled(messages.size());
    var batch = batch(messages, before, read);
    batch.read(ReadTime.since(begun));
    reading.watch().handedOver();
    return batch;
  }

  private void advance(Row row) {
    ahead = read();
    boolean lastOfItsPlace = ahead.isEmpty() || !ahead.get().isWhere(row);
    if (lastOfItsPlace && reading.form().isPresent()) {
      complete = reading.form().get().cursor().place(row);
    } else if (!lastOfItsPlace && reading.progress().isStoredBySinks()) {
      throw new TiedRowsException();
    }
  }

  private Batch batch(List<Message> messages, Position before, List<Row> read) {
    var position = complete;
    unfinished = Optional.of(position);
    return new Batch(
        messages,
        reading.form().<Mark>map(form -> mark(before, read, position, form)).orElseGet(Mark::none));
  }

  private CursorMark mark(Position before, List<Row> read, Position position, StoredForm form) {
    var progress = reading.progress();
    return new CursorMark(before, read, position, form, progress, progress.ahead());
  }

  /// Notes that the flow has taken the batch that it was given last.
  public void finished() {
    if (unfinished.isPresent()) {
      reading.progress().sent(unfinished.get());
      unfinished = Optional.empty();
      begin = System.nanoTime();
      cut = !reading.watch().takenBack();
    }
  }

  /// Notes that the flow has failed with the batch that it was given last.
  public void failed() {
    reading.watch().takenBack();
  }

  private Optional<Row> read() {
    try {
      return rows.hasNext() ? Optional.of((Row) rows.next()) : Optional.empty();
    } catch (RuntimeCamelException e) {
      throw new ReadException(e);
    }
  }
}
