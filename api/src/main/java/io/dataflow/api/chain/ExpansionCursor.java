package io.dataflow.api.chain;

import io.dataflow.api.message.Message;
import java.util.ArrayList;
import java.util.List;

/// A way through an [Expansion] that makes its messages as it comes to them.
final class ExpansionCursor {
  private final List<Expansion.Part> parts;
  private int part;
  private int index;
  private Expansion.Weights weights;
  private long taken;

  ExpansionCursor(List<Expansion.Part> parts) {
    this.parts = parts;
    this.weights = weights();
  }

  private Expansion.Weights weights() {
    return isDone() ? _ -> 0 : parts.get(part).weights();
  }

  boolean isDone() {
    return part == parts.size();
  }

  /// The weight of the next message.
  long next() {
    return weights.of(index);
  }

  /// The next message, and those behind it that together with it are no heavier than this.
  List<Message> take(long limit) {
    var messages = new ArrayList<Message>();
    taken = 0;
    while (!isDone() && (messages.isEmpty() || taken + next() <= limit)) {
      taken += next();
      messages.add(parts.get(part).fresh(index));
      advance();
    }
    return messages;
  }

  /// How heavy the messages taken last are.
  long taken() {
    return taken;
  }

  private void advance() {
    index++;
    if (index == parts.get(part).size()) {
      index = 0;
      part++;
      weights = weights();
    }
  }
}
