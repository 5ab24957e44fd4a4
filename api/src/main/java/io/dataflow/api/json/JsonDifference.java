package io.dataflow.api.json;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/// The first place where two documents differ as trees: the order of fields does not matter, and
/// numbers are compared by their exact decimal text, so `1.0` is not `1`.
///
/// @param path where, as `$.items[0].price`
/// @param expected what should be there; empty when there should be nothing
/// @param actual what is there; empty when there is nothing
public record JsonDifference(String path, Optional<Json> expected, Optional<Json> actual) {

  /// Compares two documents; empty when they are equal. Nesting costs no stack.
  public static Optional<JsonDifference> between(Json expected, Json actual) {
    byte[] left = expected.toBytes();
    byte[] right = actual.toBytes();
    if (Arrays.equals(left, right)) {
      return Optional.empty();
    }
    // Trees of their own, so that those of the caller stay as untouched as they were.
    return new Search(Json.parse(left), Json.parse(right)).first();
  }

  @Override
  public String toString() {
    if (actual.isEmpty()) {
      return path + ": " + expected.orElseThrow() + " is missing";
    }
    return path
        + ": "
        + expected.map(wanted -> "expected " + wanted + ", found ").orElse("not expected: ")
        + actual.get();
  }

  private record Pair(Place place, Json expected, Json actual) {}

  private record Place(Optional<Place> parent, String step) {
    Place child(String step) {
      return new Place(Optional.of(this), step);
    }

    Place field(String name) {
      boolean plain = !name.isEmpty() && name.chars().allMatch(Character::isJavaIdentifierPart);
      return child(plain ? "." + name : "['" + name.replace("'", "\\'") + "']");
    }

    String path() {
      var steps = new ArrayDeque<String>();
      for (var at = Optional.of(this); at.isPresent(); at = at.get().parent) {
        steps.push(at.get().step);
      }
      return String.join("", steps);
    }

    Optional<JsonDifference> differs(Optional<Json> expected, Optional<Json> actual) {
      return Optional.of(new JsonDifference(path(), expected, actual));
    }
  }

  private static final class Search {
    private final Deque<Pair> open = new ArrayDeque<>();

    Search(Json expected, Json actual) {
      open.push(new Pair(new Place(Optional.empty(), "$"), expected, actual));
    }

    Optional<JsonDifference> first() {
      while (!open.isEmpty()) {
        var pair = open.pop();
        var found =
            switch (pair.expected) {
              case JsonObject left when pair.actual instanceof JsonObject right ->
                  fields(pair.place, left, right);
              case JsonArray left when pair.actual instanceof JsonArray right ->
                  elements(pair.place, left, right);
              case JsonScalar left
                  when pair.actual instanceof JsonScalar right && isSame(left, right) ->
                  Optional.<JsonDifference>empty();
              case JsonObject _, JsonArray _, JsonScalar _ ->
                  pair.place.differs(Optional.of(pair.expected), Optional.of(pair.actual));
            };
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }

    private Optional<JsonDifference> fields(Place place, JsonObject left, JsonObject right) {
      for (int i = 0; i < right.size(); i++) {
        var name = right.shape().name(i);
        if (left.get(name).isEmpty()) {
          return place.field(name).differs(Optional.empty(), Optional.of(right.value(i)));
        }
      }
      for (int i = left.size() - 1; i >= 0; i--) {
        var name = left.shape().name(i);
        var other = right.get(name);
        if (other.isEmpty()) {
          return place.field(name).differs(Optional.of(left.value(i)), other);
        }
        open.push(new Pair(place.field(name), left.value(i), other.get()));
      }
      return Optional.empty();
    }

    private Optional<JsonDifference> elements(Place place, JsonArray left, JsonArray right) {
      int common = Math.min(left.size(), right.size());
      if (left.size() != right.size()) {
        var at = place.child("[" + common + "]");
        return left.size() > common
            ? at.differs(Optional.of(left.get(common)), Optional.empty())
            : at.differs(Optional.empty(), Optional.of(right.get(common)));
      }
      for (int i = common - 1; i >= 0; i--) {
        open.push(new Pair(place.child("[" + i + "]"), left.get(i), right.get(i)));
      }
      return Optional.empty();
    }

    private static boolean isSame(JsonScalar left, JsonScalar right) {
      return left.kind() == right.kind() && left.text().equals(right.text());
    }
  }
}
