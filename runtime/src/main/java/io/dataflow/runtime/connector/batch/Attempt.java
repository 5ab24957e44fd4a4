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

  Attempt(
      BatchStore store,
      String stage,
      boolean stopsAtRejected,
      List<Message> messages,
      List<Rejected> rejected) {
    this.store = store;
    this.stage = stage;
    this.stopsAtRejected = stopsAtRejected;
    this.messages = messages;
    this.rejected = rejected;
    this.evidence = new Evidence(stage);
    this.refusals = new Refusals(stopsAtRejected);
  }

  void write(int most, Mark mark) throws UnavailableException {
    while (next < messages.size() && !stopped) {
      var parts = new Parts(Math.min(most, messages.size() - next));
      while (!parts.isDone() && !stopped) {
        tryNext(parts);
      }
    }
    if (store.commitsEachPart()) {
      evidence.conclude();
      settle();
    } else if (stopped) {
      stop(mark);
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

  private void leaveOut() {
    var culprits = Collections.newSetFromMap(new IdentityHashMap<Message, Boolean>());
    refused.forEach(record -> culprits.add(record.message()));
    messages.removeIf(culprits::contains);
    rejected.addAll(refused);
  }

  /// Commits what precedes the culprit, with the place right before it. Where that place is not
  /// known, rows that are committed would be written once more by the next start, so only the
  /// culprit leaves.
  private void stop(Mark mark) throws UnavailableException {
    int place = messages.get(next - 1).index();
    if (place >= 0) {
      store.commit(mark.first(place));
      settle();
    } else {
      store.rollback();
      messages.remove(next - 1);
      rejected.addAll(refused);
    }
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
