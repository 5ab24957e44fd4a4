package io.dataflow.runtime.kafka.source;

import io.dataflow.api.json.JsonObject;
import io.dataflow.api.message.Message;
import io.dataflow.runtime.kafka.KafkaMark;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/// The place in its topic of the fetch that the flow works on, or behind its first records. The
/// position is the consumer group's: acknowledging it makes it due for a commit.
///
/// @param count how many of the fetch's records it is behind
/// @param storage how sinks store the position
/// @param membership our place in the consumer group, as it is when it is asked for
/// @param assignment the number of the rebalance that has brought its partitions
record FetchMark(
    Handoff handoff,
    Positions positions,
    Fetch fetch,
    int count,
    StoredOffsets storage,
    Supplier<ConsumerGroupMetadata> membership,
    long assignment)
    implements KafkaMark {

  @Override
  public JsonObject position() {
    return JsonObject.empty();
  }

  @Override
  public void acknowledged() {
    // What the sink commits itself nobody else may: an older commit could come behind a newer one.
    var due = storage.committedBySink() ? new Positions() : positions;
    if (count == fetch.size()) {
      handoff.done(due);
    } else {
      handoff.stopped(count, due);
    }
  }

  /// Nothing more is given out behind it: what is behind it has stopped the flow.
  @Override
  public KafkaMark first(int records) {
    return new FetchMark(handoff, positions, fetch, records, storage, membership, assignment);
  }

  @Override
  public Map<TopicPartition, OffsetAndMetadata> offsets() {
    return fetch.next(count);
  }

  @Override
  public ConsumerGroupMetadata group() {
    return membership.get();
  }

  @Override
  public Predicate<Message> settled(Map<TopicPartition, OffsetAndMetadata> committed) {
    return fetch.settled(committed);
  }

  @Override
  public Map<String, JsonObject> byPartition() {
    return storage.of(fetch.next(count));
  }

  @Override
  public Map<String, JsonObject> beyond(Map<String, JsonObject> stored) {
    return storage.beyond(fetch.next(count), stored);
  }

  @Override
  public Predicate<Message> storedIn(Map<String, JsonObject> stored) {
    return fetch.settled(storage.read(fetch.next().keySet(), stored));
  }
}
