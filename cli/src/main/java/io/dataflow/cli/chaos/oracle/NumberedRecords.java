package io.dataflow.cli.chaos.oracle;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/// Records that are told apart by a number, from 0 on. Each has one of a few keys, and one in a
/// hundred is poison: its amount is no number and its details are no object.
///
/// @param numberField the field with the number
/// @param cursor the columns that a polling source reads by
/// @param like messages whose fields the records have beside their own, in turn
/// @param poisoned whether there is any poison
/// @param updating whether some records are updates of rows
/// @param seed decides which records are poison
public record NumberedRecords(
    String numberField,
    Optional<Cursor> cursor,
    List<JsonObject> like,
    boolean poisoned,
    boolean updating,
    long seed) {
  /// How many keys there are.
  public static final int KEYS = 16;

  /// The field that is a number as text, or in poison a text that is none.
  public static final String AMOUNT = "amount";

  private static final int POISON_IN = 100;

  /// A divisor of [#KEYS], so that all records of a key are updates, or none is.
  private static final int UPDATE_IN = 4;
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  /// The two columns of a polling source's cursor.
  ///
  /// @param tracking the one that grows with every change
  /// @param order the one that tells rows of the same change apart
  public record Cursor(String tracking, String order) {}

  /// Whether the record with a number is poison.
  public boolean isPoison(long number) {
    return poisoned && new SplittableRandom(seed + number).nextInt(POISON_IN) == 0;
  }

  /// Whether the record with a number is what the row of the record before it becomes. That one is
  /// none.
  public boolean isUpdate(long number) {
    return updating && number % UPDATE_IN == UPDATE_IN - 1;
  }

  /// The first record that is no poison: what a table for them must be able to hold.
  public JsonObject sound() {
    return json(LongStream.iterate(0, n -> n + 1).filter(n -> !isPoison(n)).findFirst().orElse(0));
  }

  /// The key of the record with a number.
  public String key(long number) {
    return "key-" + number % KEYS;
  }

  /// The record with a number.
  public JsonObject json(long number) {
    var json = JsonObject.empty();
    json.put(numberField, JsonScalar.of(number));
    json.put("key", JsonScalar.of(key(number)));
    json.put("text", JsonScalar.of("the record with the number " + number));
    var poison = isPoison(number);
    var details = poison ? "\"no object\"" : "{\"part\":" + number % 7 + "}";
    if (!like.isEmpty()) {
      var other = like.get((int) (number % like.size()));
      for (int i = 0; i < other.size(); i++) {
        var name = other.shape().name(i);
        if (!name.equals(numberField)) {
          json.put(name, other.value(i).copy());
        }
      }
    }
    json.put(AMOUNT, JsonScalar.of(poison ? "no number" : number + ".25"));
    json.put("details", Json.parse(details.getBytes(StandardCharsets.UTF_8)));
    cursor.ifPresent(columns -> put(json, columns, number));
    return json;
  }

  private static void put(JsonObject json, Cursor columns, long number) {
    var time = START.plus(number, ChronoUnit.MILLIS).toString();
    json.put(columns.tracking(), JsonScalar.of(time));
    json.put(columns.order(), JsonScalar.of(number));
  }
}
