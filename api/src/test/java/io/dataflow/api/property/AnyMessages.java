package io.dataflow.api.property;

import io.dataflow.api.message.Message;
import io.dataflow.api.message.Metadata;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Messages of a batch: objects with arrays, times, change events and [#HIDDEN] in them, any other
/// JSON, what is no JSON, nothing at all.
public final class AnyMessages {
  /// A value that no reason may show.
  public static final String HIDDEN = "secret4711";

  private AnyMessages() {}

  /// So many of them, numbered from 0.
  public static List<Message> of(Chance chance, int count) {
    var messages = new ArrayList<Message>();
    for (int i = 0; i < count; i++) {
      var message = new Message(body(chance), metadata(chance));
      message.index(i);
      messages.add(message);
    }
    return messages;
  }

  private static Metadata metadata(Chance chance) {
    var headers = new HashMap<String, Object>();
    headers.put("h", chance.one("1", "x\"y", ""));
    headers.put("nil", null);
    return switch (chance.below(3)) {
      case 0 -> Metadata.of(Map.of());
      case 1 -> Metadata.of(Map.of("topic", "t", "headers", headers));
      default -> Metadata.of(Map.of("headers", headers, "key", chance.value(), "operation", "x"));
    };
  }

  private static byte[] body(Chance chance) {
    return switch (chance.below(16)) {
      case 0 -> chance.one(null, new byte[0]);
      case 1 -> utf8(HIDDEN + chance.value());
      case 2 -> chance.mutated(utf8(object(chance)));
      case 3, 4 -> utf8(chance.document());
      case 5, 6 -> utf8(event(chance));
      default -> utf8(object(chance));
    };
  }

  private static String object(Chance chance) {
    return "{" + chance.some(0, 6, ",", () -> name(chance) + ":" + value(chance)) + "}";
  }

  private static String event(Chance chance) {
    var row = chance.one("before", "after");
    return "{\"payload\":{\"op\":\"%s\",\"%s\":%s,\"source\":%s}}"
        .formatted(chance.one("c", "u", "d", "r", "?"), row, object(chance), object(chance));
  }

  private static String name(Chance chance) {
    return chance.one(
        "\"a\"",
        "\"a\"",
        "\"b\"",
        "\"c\"",
        "\"id\"",
        "\"Ab\"",
        "\"x.y\"",
        "\"a b\"",
        "\"\\u0061\"");
  }

  private static String value(Chance chance) {
    return switch (chance.below(7)) {
      case 0 -> "\"" + HIDDEN + "\"";
      case 1 -> "\"2026-06-01T00:30:0" + chance.one("0", "Z", "0Z", "0.5+02:00\"}") + "\"";
      case 2 -> chance.one("1780273800000", "12", "0.10", "1e999", "-0", "9223372036854775808");
      case 3 -> "[" + chance.some(0, 5, ",", () -> value(chance)) + "]";
      case 4 -> object(chance);
      case 5 -> "{\"array\":[" + chance.some(0, 3, ",", chance::value) + "]}";
      default -> chance.value();
    };
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
