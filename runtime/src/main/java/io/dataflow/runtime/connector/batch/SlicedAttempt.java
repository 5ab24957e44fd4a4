package io.dataflow.runtime.connector.batch;

import io.dataflow.api.chain.SlicedMessages;
import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.Mark;
import io.dataflow.runtime.connector.Rejected;
import io.dataflow.runtime.connector.UnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// One try to write a delivery that is too large to exist at once, into a store that commits all of
/// it with its place in the source, or nothing: slice by slice in one transaction.
final class SlicedAttempt {
  /// With so many refused records it is time for the error sink.
  private static final int REFUSED_MOST = 1000;

  private final BatchStore store;
  private final String stage;
  private final int most;
  private final boolean stopsAtRejected;
  private final SlicedMessages messages;
  private final List<Rejected> rejected;
  private final List<Rejected> refused = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();
  private final Evidence evidence;
  private int written;
  private boolean stopped;

  SlicedAttempt(
      BatchStore store,
      String stage,
      int most,
      boolean stopsAtRejected,
      SlicedMessages messages,
      List<Rejected> rejected) {
    this.store = store;
    this.stage = stage;
    this.most = most;
    this.stopsAtRejected = stopsAtRejected;
    this.messages = messages;
    this.rejected = rejected;
    this.evidence = new Evidence(stage);
  }

  void write(Mark mark) throws UnavailableException {
    var stored = store.stored(mark);
    writeSlices(messages, stored);
    if (refused.isEmpty()) {
      store.commit(mark);
      messages.written(messages.size());
      return;
    }
    // The mark must not pass them before the error sink has them.
    store.rollback();
    if (stopped) {
      stop(mark, stored);
    } else {
      evidence.conclude();
    }
    messages.leaveOut(places);
    rejected.addAll(refused);
  }

  private void writeSlices(SlicedMessages slices, Predicate<Message> stored)
      throws UnavailableException {
    var pass = slices.pass();
    while (pass.hasNext() && !stopped && refused.size() < REFUSED_MOST) {
      var slice = pass.next();
      slice.removeIf(stored);
      if (!slice.isEmpty()) {
        store.begin(slice);
        var attempt =
            new Attempt(store, stage, stopsAtRejected, slice, new ArrayList<>(), evidence);
        attempt.tryAll(most);
        for (var record : attempt.refused()) {
          refused.add(record);
          places.add(pass.place(record.message()));
        }
        stopped = attempt.isStopped();
        written += slice.size() - attempt.refused().size();
      }
    }
  }

  /// Writes once more what precedes the record that the culprit has come of, with the place right
  /// before it. Where that is not known, the next start begins before all of it.
  private void stop(Mark mark, Predicate<Message> stored) throws UnavailableException {
    int place = refused.getFirst().message().index();
    if (place < 0) {
      return;
    }
    var before = messages.before(place);
    written = 0;
    stopped = false;
    writeSlices(before, stored);
    store.commit(mark.first(place));
    messages.written(written);
  }
}
