package io.dataflow.runtime.connector.batch;

import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.Mark;
import io.dataflow.runtime.connector.Rejected;
import io.dataflow.runtime.connector.UnavailableException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;

/// One try to write what is pending of a delivery. A record leaves the delivery when what it has
/// become is durable, and not before.
final class Attempt {
  private final BatchStore store;
  private final String stage;
  private final boolean stopsAtRejected;
  private final List<Message> messages;
  private final List<Rejected> rejected;
  private final List<Rejected> refused = new ArrayList<>();
  private final Evidence evidence;
  private final Refusals refusals;
  private int next;
  private boolean stopped;

  /// @param evidence what other attempts at the same delivery have shown
  Attempt(
      BatchStore store,
      String stage,
      boolean stopsAtRejected,
      List<Message> messages,
      List<Rejected> rejected,
      Evidence evidence) {
    this.store = store;
    this.stage = stage;
    this.stopsAtRejected = stopsAtRejected;
    this.messages = messages;
    this.rejected = rejected;
    this.evidence = evidence;
    this.refusals = new Refusals(stopsAtRejected);
  }

  void write(int most, Mark mark) throws UnavailableException {
    tryAll(most);
    if (store.commitsEachPart()) {
      evidence.conclude();
      settle();
    } else if (stopped) {
      stop(most, mark);
    } else {
      evidence.conclude();
      if (refused.isEmpty()) {
        store.commit(mark);
        settle();
      } else {
        // The mark must not pass them before the error sink has them: the others come again then.
        store.rollback();
        leaveOut();
      }
    }
  }

  /// Writes all of them but the refused ones, or up to the first of these; nothing is committed by
  /// a store that does not commit each part.
  void tryAll(int most) throws UnavailableException {
    while (next < messages.size() && !stopped) {
      var parts = new Parts(Math.min(most, messages.size() - next));
      while (!parts.isDone() && !stopped) {
        tryNext(parts);
      }
    }
  }

  /// Those that were refused and have not left yet.
  List<Rejected> refused() {
    return refused;
  }

  /// Whether it has ended at a refused record.
  boolean isStopped() {
    return stopped;
  }

  private void leaveOut() {
    var culprits = Collections.newSetFromMap(new IdentityHashMap<Message, Boolean>());
    refused.forEach(record -> culprits.add(record.message()));
    messages.removeIf(culprits::contains);
    rejected.addAll(refused);
  }

  /// Commits what precedes the record that the culprit has come of, with the place right before it.
  /// What else has come of that record is not committed, as it comes again with it. Where that
  /// place is not known, rows that are committed would be written once more by the next start, so
  /// only the culprit leaves.
  private void stop(int most, Mark mark) throws UnavailableException {
    int place = messages.get(next - 1).index();
    if (place < 0) {
      store.rollback();
      messages.remove(next - 1);
      rejected.addAll(refused);
      return;
    }
    int end = next - 1;
    while (end > 0 && messages.get(end - 1).index() == place) {
      end--;
    }
    if (end < next - 1) {
      store.rollback();
      new Attempt(store, stage, true, messages.subList(0, end), new ArrayList<>(), evidence)
          .tryAll(most);
    }
    store.commit(mark.first(place));
    messages.remove(next - 1);
    messages.subList(0, end).clear();
    rejected.addAll(refused);
  }

  private void tryNext(Parts parts) throws UnavailableException {
    var part = messages.subList(next, next + parts.size());
    try {
      if (parts.verdict().isPresent()) {
        refuse(part.getFirst(), parts.verdict().get());
      } else {
        refusals.clear();
        store.write(part, refusals);
        refusals.forEach((at, why) -> refused.add(why.of(part.get(at), stage)));
        evidence.written(part.size() - refusals.size());
      }
    } catch (PartRefusedException e) {
      if (part.size() > 1) {
        parts.refused(e);
        return;
      }
      refuse(part.getFirst(), e.refusal());
    }
    next += part.size();
    parts.settled();
    if (store.commitsEachPart() && !evidence.isOpen()) {
      settle();
    }
  }

  private void refuse(Message culprit, Refusal refusal) {
    evidence.refused(refusal);
    refused.add(refusal.of(culprit, stage));
    stopped = stopsAtRejected;
  }

  private void settle() {
    messages.subList(0, next).clear();
    next = 0;
    rejected.addAll(refused);
    refused.clear();
  }
}
