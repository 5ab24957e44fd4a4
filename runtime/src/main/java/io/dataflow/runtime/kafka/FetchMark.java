package io.dataflow.runtime.kafka;

import io.dataflow.api.json.JsonObject;
import io.dataflow.runtime.connector.Mark;

/// A fetch's place in its topic; the group's offsets are the position.
///
/// @param whole what to do when all of the fetch is acknowledged
record FetchMark(Fetch fetch, Positions positions, Runnable whole) implements Mark {
  @Override
  public JsonObject position() {
    return JsonObject.empty();
  }

  @Override
  public void acknowledged() {
    positions.acknowledge(fetch.next());
    whole.run();
  }

  /// Nothing more is given out behind it: what is behind it has stopped the flow.
  @Override
  public Mark first(int count) {
    return Mark.of(() -> positions.acknowledge(fetch.next(count)));
  }
}
