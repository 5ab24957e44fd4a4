package io.dataflow.runtime.kafka;

import io.dataflow.api.json.JsonObject;
import io.dataflow.runtime.connector.Mark;

/// The place in its topic of the fetch that the flow works on. The position is the consumer
/// group's: acknowledging it makes it due for a commit.
record FetchMark(Handoff handoff, Positions positions) implements Mark {

  @Override
  public JsonObject position() {
    return JsonObject.empty();
  }

  @Override
  public void acknowledged() {
    handoff.done(positions);
  }

  /// Nothing more is given out behind it: what is behind it has stopped the flow.
  @Override
  public Mark first(int count) {
    return Mark.of(() -> handoff.stopped(count, positions));
  }
}
