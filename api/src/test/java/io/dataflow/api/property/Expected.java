package io.dataflow.api.property;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonArray;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.message.Message;
import io.dataflow.api.spec.Step;
import io.dataflow.api.transformation.DebeziumUnwrap;
import io.dataflow.api.transformation.Filter;
import io.dataflow.api.transformation.Flatten;
import java.util.Optional;

/// How many messages a step may make of one that it does not reject.
///
/// @param least the fewest
/// @param most the most
record Expected(int least, int most) {
  private static final Expected ONE = new Expected(1, 1);

  /// Worked out before the step has seen the message.
  static Expected of(Step step, Message message) {
    // The step is not to profit from what is parsed here.
    var seen = new Message(message.isTombstone() ? null : message.bytes(), message.metadata());
    if (step.when().filter(when -> !when.holds(seen)).isPresent()) {
      return ONE;
    }
    return switch (step.transformation()) {
      case Filter filter -> filter.condition().holds(seen) ? ONE : new Expected(0, 0);
      case DebeziumUnwrap _ when seen.bytes().length == 0 -> new Expected(0, 1);
      case Flatten flatten -> {
        int count = Math.max(1, elements(flatten, seen));
        yield new Expected(count, count);
      }
      default -> ONE;
    };
  }

  private static int elements(Flatten flatten, Message message) {
    var body = message.json().filter(JsonObject.class::isInstance);
    return switch (body.flatMap(it -> flatten.field().get(it))
        .flatMap(Expected::bare)
        .orElse(null)) {
      case JsonArray array -> array.size();
      case null, default -> 1;
    };
  }

  private static Optional<Json> bare(Json value) {
    return value instanceof JsonObject object && object.size() == 1
        ? object.get("array")
        : Optional.of(value);
  }
}
