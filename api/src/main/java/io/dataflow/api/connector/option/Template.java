package io.dataflow.api.connector.option;

import io.dataflow.api.condition.MetadataJson;
import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonScalar;
import io.dataflow.api.json.ScalarKind;
import io.dataflow.api.json.TextForm;
import io.dataflow.api.message.Message;
import io.dataflow.api.path.Path;
import io.dataflow.api.path.PathException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A text that is made for each message: a text with places to fill in, `${$.id}` or
/// `${metadata.topic}`, what a path leads to, or the text as it stands.
public final class Template {
  private static final String OPENING = "${";
  private static final String METADATA = "metadata.";

  private final String text;
  private final List<Part> parts;

  private Template(String text, List<Part> parts) {
    this.text = text;
    this.parts = List.copyOf(parts);
  }

  private sealed interface Part {
    Optional<Json> of(Message message);
  }

  private record Text(Json text) implements Part {
    @Override
    public Optional<Json> of(Message message) {
      return Optional.of(text);
    }
  }

  private record Field(Path path) implements Part {
    @Override
    public Optional<Json> of(Message message) {
      return message.json().flatMap(path::get);
    }
  }

  private record Known(List<String> keys) implements Part {
    @Override
    public Optional<Json> of(Message message) {
      return MetadataJson.find(message.metadata(), keys);
    }
  }

  /// Whether there is anything to fill in.
  static boolean isOne(String text) {
    return text.contains(OPENING);
  }

  /// The text as it stands.
  static Template literal(String text) {
    return new Template(text, List.of(new Text(JsonScalar.of(text))));
  }

  /// What the path leads to.
  static Template field(String path) {
    return new Template(path, List.of(new Field(Path.parse(path))));
  }

  /// Reads a text with places.
  ///
  /// @throws IllegalArgumentException when one of them cannot be read
  static Template parse(String text) {
    var parts = new ArrayList<Part>();
    int from = 0;
    for (int at = text.indexOf(OPENING); at >= 0; at = text.indexOf(OPENING, from)) {
      int end = text.indexOf('}', at);
      if (end < 0) {
        throw new IllegalArgumentException(
            "`%s` does not close `${`. Put a `}` behind the path, for example `${$.id}`."
                .formatted(text));
      }
      if (at > from) {
        parts.add(new Text(JsonScalar.of(text.substring(from, at))));
      }
      parts.add(place(text, text.substring(at + OPENING.length(), end)));
      from = end + 1;
    }
    if (from < text.length()) {
      parts.add(new Text(JsonScalar.of(text.substring(from))));
    }
    return new Template(text, parts);
  }

  private static Part place(String text, String inside) {
    try {
      return inside.startsWith(METADATA)
          ? new Known(MetadataJson.keys(text, inside.substring(METADATA.length())))
          : new Field(Path.parse(inside));
    } catch (PathException e) {
      throw new IllegalArgumentException(
          "`%s` cannot be filled in: %s".formatted(text, e.getMessage()), e);
    }
  }

  /// The text for a message, UTF-8; empty when a place has nothing or `null` to be filled in with.
  public Optional<byte[]> of(Message message) {
    if (parts.size() == 1) {
      return form(parts.getFirst(), message).map(TextForm::toBytes);
    }
    var text = new StringBuilder();
    for (var part : parts) {
      var form = form(part, message);
      if (form.isEmpty()) {
        return Optional.empty();
      }
      text.append(form.get());
    }
    return Optional.of(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<TextForm> form(Part part, Message message) {
    return part.of(message)
        .filter(it -> !(it instanceof JsonScalar one && one.kind() == ScalarKind.NULL))
        .map(TextForm::of);
  }

  /// The text as it was written.
  @Override
  public String toString() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Template it && it.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
