package io.dataflow.runtime.kafka.avro.encode;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/// The schema that records have when nobody gives one: a record of all fields that they have, each
/// of them nullable. It only grows: what it has keeps its type, so that those who have read by it
/// go on reading.
public final class DerivedSchema {
  /// Marks a schema as derived: others are their owner's and do not grow.
  private static final String MARK = "dataflow.derived";

  /// Marks texts that are numbers which no number of Avro holds.
  private static final String DIGITS = "dataflow.number";

  private DerivedSchema() {}

  /// Whether the schema was made here.
  public static boolean is(Schema schema) {
    return Boolean.TRUE.equals(schema.getObjectProp(MARK));
  }

  /// Whether a schema can be derived from the body.
  public static boolean takes(Json body) {
    return body instanceof JsonObject;
  }

  static boolean isDigits(Schema schema) {
    return Boolean.TRUE.equals(schema.getObjectProp(DIGITS));
  }

  static Schema digits() {
    var schema = Schema.create(Schema.Type.STRING);
    schema.addProp(DIGITS, true);
    return schema;
  }

  /// The schema that takes what the bodies have.
  ///
  /// @param topic which it is for
  /// @param before what there is already, of this kind; it is returned when they have nothing new
  /// @param bodies objects
  public static Schema of(String topic, Optional<Schema> before, List<Json> bodies) {
    var guess = before.map(Guess::of).orElseGet(Guess::new);
    bodies.forEach(guess::learn);
    var schema = guess.recordSchema(name(topic), "");
    schema.addProp(MARK, true);
    return before.filter(schema::equals).orElse(schema);
  }

  /// A topic as a name of Avro.
  private static String name(String topic) {
    var name = topic.replaceAll("[^A-Za-z0-9_]", "_");
    return Character.isDigit(name.charAt(0)) ? "_" + name : name;
  }
}
