package io.dataflow.api.message;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonException;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.Renaming;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// One record on its way. Its body stays the bytes it came as until a step first asks for its
/// JSON; a body that is not JSON travels unchanged. Not safe for several threads.
public final class Message {
  private static final byte[] NOTHING = {};
  private static final int LENGTH_EXPECTED = 4096;

  private final byte[] original;
  private final boolean tombstone;
  private final Metadata metadata;
  private boolean parsed;
  private Json json;
  private boolean replaced;
  private String problem = "";
  private Map<String, Object> added = Map.of();
  private Destination destination;
  private int index = -1;

  /// A message as its source delivered it.
  ///
  /// @param original the body, not copied, never changed; null is Kafka's tombstone
  public Message(byte[] original, Metadata metadata) {
    this.original = original == null ? NOTHING : original;
    this.tombstone = original == null;
    this.metadata = metadata;
  }

  private Message(Message parent, Json json, Metadata metadata) {
    this(parent.tombstone ? null : parent.original, metadata);
    this.parsed = true;
    this.json = json;
    this.replaced = true;
    this.added = parent.added.isEmpty() ? parent.added : new LinkedHashMap<>(parent.added);
    this.destination = parent.destination;
    this.index = parent.index;
  }

  /// A message like this one that can be changed without changing this one.
  public Message copy() {
    var copy = new Message(this, json == null ? null : json.copy(), metadata);
    copy.parsed = parsed;
    copy.replaced = replaced;
    copy.problem = problem;
    return copy;
  }

  /// The body as its source delivered it.
  public byte[] original() {
    return original;
  }

  /// Whether the source delivered no body at all (Kafka's null), which is not an empty one.
  public boolean isTombstone() {
    return tombstone;
  }

  /// Which record of its batch it is or came from, in the order of the source, from 0; -1 for a
  /// message that no source has read.
  public int index() {
    return index;
  }

  /// Gives the message its place in the batch it was read with.
  public void index(int place) {
    this.index = place;
  }

  /// What the source gave the message with, whatever a router has done since.
  public Metadata source() {
    return metadata;
  }

  /// What the source knows of the message, what steps have [noted][#note], and behind a router its
  /// `routed_condition`.
  public Metadata metadata() {
    var known = added.isEmpty() ? metadata : new AddedMetadata(metadata, added);
    return destination == null ? known : new RoutedMetadata(known, destination);
  }

  /// The body as JSON; empty when it is not JSON. Changing it changes the message.
  public Optional<Json> json() {
    if (!parsed) {
      parse();
    }
    return Optional.ofNullable(json);
  }

  /// Adds to what is known of the message, for the steps and the sink behind this one: a text or a
  /// whole number. What the source says under the same key does not count any more.
  public void note(String key, Object value) {
    if (added.isEmpty()) {
      added = new LinkedHashMap<>();
    }
    added.put(key, value);
  }

  /// Why the body is not JSON; empty when it is.
  public String problem() {
    json();
    return problem;
  }

  private void parse() {
    parsed = true;
    try {
      json = Json.parse(original);
    } catch (JsonException e) {
      problem =
          original.length == 0 ? "the body is empty" : "the body is not JSON: " + e.getMessage();
    }
  }

  /// Puts another body in place of the message's own.
  public void replace(Json body) {
    parsed = true;
    json = body;
    replaced = true;
    problem = "";
  }

  /// Gives the fields of the body other names, if it is an object, or on all of its levels.
  public void rename(Renaming names, boolean deep) {
    var body = json();
    if (body.isPresent() && deep) {
      names.everywhere(body.get()).ifPresent(this::replace);
    } else if (body.isPresent() && body.get() instanceof JsonObject object) {
      names.fields(object);
    }
  }

  /// A message with another body that came out of this one: same original, same route.
  public Message child(Json body) {
    return new Message(this, body, metadata);
  }

  /// The route that a router chose; empty means the main sink.
  public Optional<Destination> destination() {
    return Optional.ofNullable(destination);
  }

  /// Sends the message along a route.
  public void sendTo(Destination route) {
    this.destination = route;
  }

  /// Whether the body is still what the source delivered.
  public boolean isUnchanged() {
    return !replaced && (json == null || !json.isModified());
  }

  /// Appends the body as it is now.
  public void writeTo(Bytes out) {
    if (isUnchanged()) {
      out.put(original);
    } else {
      json.writeTo(out);
    }
  }

  /// The body as it is now; the original array itself when nothing changed.
  public byte[] bytes() {
    if (isUnchanged()) {
      return original;
    }
    // Most steps leave a record about as long as it was; one of many that were one is short.
    var out = new Bytes(Math.min(original.length, LENGTH_EXPECTED) + 64);
    json.writeTo(out);
    return out.toByteArray();
  }
}
