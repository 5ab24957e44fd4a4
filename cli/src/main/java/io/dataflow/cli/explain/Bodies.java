package io.dataflow.cli.explain;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonException;
import io.dataflow.cli.terminal.DisplayText;
import java.nio.charset.StandardCharsets;

/// A message's body for a person.
final class Bodies {
  private Bodies() {}

  /// The body on one line; what is not UTF-8 in it is `�`.
  static String text(byte[] body) {
    return body.length == 0 ? "(empty)" : DisplayText.of(new String(body, StandardCharsets.UTF_8));
  }

  /// What a person should know of the body before looking at it; empty when it is JSON.
  static String note(byte[] body) {
    try {
      Json.parse(body);
      return "";
    } catch (JsonException notJson) {
      return body.length == 0 ? "" : "not JSON  ";
    }
  }
}
