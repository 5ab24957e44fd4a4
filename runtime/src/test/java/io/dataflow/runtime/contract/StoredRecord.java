package io.dataflow.runtime.contract;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonException;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/// A record as it is found again on the other side of a connector.
///
/// @param bytes the record's body
public record StoredRecord(byte[] bytes) {

  /// A record whose body is this text.
  public static StoredRecord of(String text) {
    return new StoredRecord(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Whether it is a JSON object.
  public boolean isObject() {
    try {
      return Json.parse(bytes) instanceof JsonObject;
    } catch (JsonException e) {
      return false;
    }
  }

  /// A field's value; empty when it is not there, or null: a table knows no difference.
  public Optional<Json> field(String name) {
    return ((JsonObject) Json.parse(bytes))
        .get(name)
        .filter(value -> !value.toString().equals("null"));
  }

  /// A field that is there.
  public Json value(String name) {
    return field(name).orElseThrow(() -> new AssertionError("no field `" + name + "` in " + this));
  }

  /// A text, or the digits of a number.
  public String text(String name) {
    return ((JsonScalar) value(name)).text();
  }

  /// A number, every digit of it.
  public BigDecimal number(String name) {
    return new BigDecimal(text(name));
  }

  /// A time.
  public Instant moment(String name) {
    return OffsetDateTime.parse(text(name)).toInstant();
  }

  /// The number in `id`.
  public int id() {
    return number("id").intValueExact();
  }

  @Override
  public String toString() {
    var text = new String(bytes, StandardCharsets.UTF_8);
    return text.length() > 200 ? text.substring(0, 200) + "…" : text;
  }
}
