package io.dataflow.api.transformation;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonArray;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import io.dataflow.api.message.Children;
import io.dataflow.api.message.Emitter;
import io.dataflow.api.message.Message;
import io.dataflow.api.model.Doc;
import io.dataflow.api.path.SingularPath;
import java.util.Optional;

/// Makes a message of each element of an array (`docs/reference/transformation-flatten.md`). All of
/// them share the bytes of the message that they come from, and none is made before a later step
/// looks into it.
@Doc(
    "Makes a message of each element of an array: an object's fields join those of the message,"
        + " anything else stands where the array was. An empty array is taken out; a message"
        + " without the array passes.")
public record Flatten(@Doc(value = "The array.", example = "lines") SingularPath field)
    implements Transformation {
  private static final String AVRO_ARRAY = "array";
  private static final int UNKNOWN = -1;

  @Override
  public boolean multiplies() {
    return true;
  }

  @Override
  public void apply(Message message, Emitter out) {
    var children = children(message);
    if (children.isEmpty()) {
      out.emit(message);
      return;
    }
    for (int i = 0; i < children.get().size(); i++) {
      out.emit(children.get().get(i));
    }
  }

  @Override
  public Optional<Children> children(Message message) {
    var body = message.json();
    if (body.isEmpty() || !(body.get() instanceof JsonObject parent)) {
      return Optional.empty();
    }
    var elements = field.get(parent).flatMap(Flatten::elements);
    if (elements.isEmpty()) {
      return Optional.empty();
    }
    if (elements.get().size() == 0) {
      field.remove(parent);
      return Optional.empty();
    }
    int length = message.isUnchanged() ? message.original().length : UNKNOWN;
    // Children copy the parent, and must not copy the array with it.
    field.put(parent, JsonScalar.NULL);
    return Optional.of(new Elements(this, message, parent, elements.get(), length));
  }

  /// The array that the value is, or that Avro's JSON wraps in an object.
  private static Optional<JsonArray> elements(Json value) {
    return switch (value) {
      case JsonArray array -> Optional.of(array);
      case JsonObject object when object.size() == 1 ->
          object.get(AVRO_ARRAY).filter(JsonArray.class::isInstance).map(JsonArray.class::cast);
      case JsonObject _, JsonScalar _ -> Optional.empty();
    };
  }

  private JsonObject child(JsonObject parent, JsonArray array, int index) {
    var child = (JsonObject) parent.copy();
    var element = array.copyOf(index);
    if (element instanceof JsonObject object) {
      field.remove(child);
      child.putAll(object);
    } else {
      field.put(child, element);
    }
    return child;
  }

  /// A child for each element.
  ///
  /// @param length of the message with the array
  private record Elements(
      Flatten flatten, Message message, JsonObject parent, JsonArray array, int length)
      implements Children {
    @Override
    public int size() {
      return array.size();
    }

    @Override
    public Message get(int index) {
      return message.child(JsonObject.later(() -> flatten.child(parent, array, index)));
    }

    @Override
    public long bytesAtMost() {
      return length == UNKNOWN ? Long.MAX_VALUE : (long) length * size();
    }

    @Override
    public int sharedBytes() {
      return parent.toBytes().length;
    }

    @Override
    public int ownBytes(int index) {
      return array.lengthOf(index);
    }
  }
}
