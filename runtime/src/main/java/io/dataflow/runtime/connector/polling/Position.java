package io.dataflow.runtime.connector.polling;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import io.dataflow.api.json.ScalarKind;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/// How far the source has been read: the values of the cursor's columns, as texts that the server
/// reads exactly.
public record Position(Optional<String> time, Optional<String> key) {
  /// Nothing is read yet.
  public static final Position START = new Position(Optional.empty(), Optional.empty());

  private static final String TIME = "lastReadChangeTime";
  private static final String KEY = "lastReadOrderByValue";
  private static final Pattern DATE_AND_TIME =
      Pattern.compile(
          "(\\d+-\\d\\d-\\d\\d)(?: (\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?)(?:\\+00)?)?( BC)?");
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][-+]?\\d+)?");

  /// Reads the object that `checkpoint.json` holds; see docs/processor.md.
  public static Position of(JsonObject stored) {
    return new Position(text(stored, TIME), text(stored, KEY));
  }

  private static Optional<String> text(JsonObject stored, String name) {
    return stored.get(name).filter(value -> !isNull(value)).map(Json::text);
  }

  private static boolean isNull(Json value) {
    return value instanceof JsonScalar scalar && scalar.kind() == ScalarKind.NULL;
  }

  /// What `checkpoint.json` holds: times as `2026-01-31T12:00:00.123456Z`, keys as numbers when
  /// they are, everything else as the server's text.
  public JsonObject json(Cursor cursor) {
    var json = JsonObject.empty();
    put(json, cursor);
    return json;
  }

  void put(JsonObject json, Cursor cursor) {
    time.ifPresent(text -> json.put(TIME, time(text, cursor.tracking())));
    key.ifPresent(text -> json.put(KEY, key(text, cursor.order())));
  }

  private static Json time(String text, CursorColumn column) {
    var parts = DATE_AND_TIME.matcher(text);
    if (!column.isTime() || !parts.matches()) {
      return JsonScalar.of(text);
    }
    var clock = Optional.ofNullable(parts.group(2)).orElse("00:00:00");
    var era = Optional.ofNullable(parts.group(3)).orElse("");
    return JsonScalar.of(parts.group(1) + "T" + clock + "Z" + era);
  }

  private static Json key(String text, CursorColumn column) {
    if (column.isNumber() && NUMBER.matcher(text).matches()) {
      return Json.parse(text.getBytes(StandardCharsets.US_ASCII));
    }
    return JsonScalar.of(text);
  }
}
