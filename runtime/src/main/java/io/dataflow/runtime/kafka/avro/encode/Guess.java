package io.dataflow.runtime.kafka.avro.encode;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonArray;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.avro.Schema;

/// What the values in one place of the records are, from what was there so far. The first kind of
/// value counts; one of another kind does not fit, and is its record's fault.
final class Guess {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,199}");
  private static final int FIELDS_MOST = 1000;
  private static final int DEPTH_MOST = 30;

  private enum Kind {
    NOTHING,
    BOOLEAN,
    NUMBER,
    TEXT,
    LIST,
    OBJECT
  }

  private Kind kind = Kind.NOTHING;
  private boolean whole = true;
  private boolean floating = true;
  // The type of a single value: what is registered stays.
  private Optional<Schema> registered = Optional.empty();
  private final Map<String, Guess> fields = new LinkedHashMap<>();
  private Optional<Guess> items = Optional.empty();

  /// Nothing is known yet.
  Guess() {}

  /// What a derived schema says.
  static Guess of(Schema schema) {
    var guess = new Guess();
    switch (schema.getType()) {
      case UNION ->
          // `null` and a type, or `null` alone.
          guess = of(schema.getTypes().getLast());
      case RECORD -> {
        guess.kind = Kind.OBJECT;
        for (var field : schema.getFields()) {
          guess.fields.put(field.name(), of(field.schema()));
        }
      }
      case ARRAY -> {
        guess.kind = Kind.LIST;
        guess.items = Optional.of(of(schema.getElementType()));
      }
      case NULL -> {}
      case BOOLEAN -> guess.is(Kind.BOOLEAN, schema);
      case LONG, DOUBLE -> guess.is(Kind.NUMBER, schema);
      default -> guess.is(DerivedSchema.isDigits(schema) ? Kind.NUMBER : Kind.TEXT, schema);
    }
    return guess;
  }

  private void is(Kind known, Schema schema) {
    kind = known;
    registered = Optional.of(schema);
  }

  void learn(Json value) {
    learn(value, 0);
  }

  private void learn(Json value, int depth) {
    if (depth > DEPTH_MOST) {
      return;
    }
    switch (value) {
      case JsonObject object when is(Kind.OBJECT) -> learnFields(object, depth + 1);
      case JsonArray array when is(Kind.LIST) -> learnItems(array, depth + 1);
      case JsonScalar scalar -> learnScalar(scalar);
      default -> {}
    }
  }

  /// Whether values here are of the kind, which is so from the first one on.
  private boolean is(Kind wanted) {
    if (kind == Kind.NOTHING) {
      kind = wanted;
    }
    return kind == wanted;
  }

  private void learnScalar(JsonScalar value) {
    switch (value.kind()) {
      case NULL -> {}
      case BOOLEAN -> is(Kind.BOOLEAN);
      case STRING -> is(Kind.TEXT);
      case NUMBER -> {
        if (is(Kind.NUMBER)) {
          // Who writes `1.0` writes `1.5` one day.
          whole = whole && isWhole(value.text()) && NumberEncodings.whole(value).isPresent();
          floating = floating && NumberEncodings.isDouble(value);
        }
      }
    }
  }

  private static boolean isWhole(String number) {
    return number.chars().noneMatch(it -> it == '.' || it == 'e' || it == 'E');
  }

  private void learnItems(JsonArray array, int depth) {
    var item = items.orElseGet(Guess::new);
    items = Optional.of(item);
    for (int i = 0; i < array.size(); i++) {
      item.learn(array.get(i), depth);
    }
  }

  private void learnFields(JsonObject object, int depth) {
    var shape = object.shape();
    for (int i = 0; i < shape.size(); i++) {
      var name = shape.name(i);
      var field = fields.get(name);
      if (field == null && fields.size() < FIELDS_MOST && NAME.matcher(name).matches()) {
        field = new Guess();
        fields.put(name, field);
      }
      if (field != null) {
        field.learn(object.value(i), depth);
      }
    }
  }

  /// A record of the fields.
  ///
  /// @param space where its name is the only one: the names of all records around it
  Schema recordSchema(String name, String space) {
    var record = Schema.createRecord(name, null, space, false);
    var inside = space.isEmpty() ? name : space + "." + name;
    record.setFields(
        fields.entrySet().stream()
            .map(
                it ->
                    new Schema.Field(
                        it.getKey(),
                        it.getValue().nullable(it.getKey(), inside),
                        null,
                        Schema.Field.NULL_DEFAULT_VALUE))
            .toList());
    return record;
  }

  private Schema nullable(String name, String space) {
    var empty = Schema.create(Schema.Type.NULL);
    return kind == Kind.NOTHING
        ? Schema.createUnion(List.of(empty))
        : Schema.createUnion(List.of(empty, registered.orElseGet(() -> schema(name, space))));
  }

  private Schema schema(String name, String space) {
    return switch (kind) {
      case NOTHING -> Schema.create(Schema.Type.NULL);
      case BOOLEAN -> Schema.create(Schema.Type.BOOLEAN);
      case TEXT -> Schema.create(Schema.Type.STRING);
      case NUMBER ->
          whole
              ? Schema.create(Schema.Type.LONG)
              : floating ? Schema.create(Schema.Type.DOUBLE) : DerivedSchema.digits();
      case LIST -> Schema.createArray(items.orElseGet(Guess::new).nullable(name, space));
      case OBJECT -> recordSchema(name, space);
    };
  }
}
