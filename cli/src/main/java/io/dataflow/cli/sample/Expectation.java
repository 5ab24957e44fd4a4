package io.dataflow.cli.sample;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// One of a sample's files next to the messages that should be the same.
///
/// @param name the file's name in the sample
/// @param compared whether metadata counts, as it does where the file has it
record Expectation(
    String name, List<MessageLine> expected, List<MessageLine> actual, boolean compared) {

  /// What is different, each as the lines of a message to a person.
  List<List<String>> differences() {
    var mismatches =
        Matching.of(
            expected.stream().map(this::key).toList(), actual.stream().map(this::key).toList());
    return mismatches.stream().map(this::describe).toList();
  }

  private List<String> describe(Mismatch mismatch) {
    if (mismatch.actual().isEmpty()) {
      var line = expected.get(mismatch.expected().orElseThrow());
      return List.of(place(line) + ": expected, but not there", "  expected  " + show(line));
    }
    var actualLine = actual.get(mismatch.actual().get());
    if (mismatch.expected().isEmpty()) {
      return List.of(
          name + ": not expected, message " + actualLine.number(),
          "  actual    " + show(actualLine));
    }
    var line = expected.get(mismatch.expected().get());
    return List.of(
        place(line) + ": " + first(line, actualLine),
        "  expected  " + show(line),
        "  actual    " + show(actualLine));
  }

  private String first(MessageLine line, MessageLine other) {
    var wanted = line.json();
    var found = other.json();
    if (wanted.isEmpty() || found.isEmpty()) {
      return wanted.isPresent()
          ? "expected JSON, got what is not JSON"
          : found.isPresent() ? "expected what is not JSON, got JSON" : "other bytes";
    }
    return FirstDifference.between(wanted.get(), found.get(), "$")
        .or(() -> FirstDifference.between(metadata(line), metadata(other), "metadata"))
        .orElseThrow();
  }

  private String place(MessageLine line) {
    return name + ":" + line.number();
  }

  private String key(MessageLine line) {
    var body =
        line.json()
            .map(Canonical::of)
            .orElseGet(() -> "not JSON: " + new String(line.body(), StandardCharsets.ISO_8859_1));
    return compared ? body + " " + Canonical.of(metadata(line)) : body;
  }

  private static Json metadata(MessageLine line) {
    return line.metadata().orElseGet(JsonObject::empty);
  }

  private String show(MessageLine line) {
    return Brief.of(compared ? line.text() + "  metadata " + metadata(line) : line.text());
  }
}
