package io.dataflow.api.transformation.option;

import io.dataflow.api.condition.MetadataJson;
import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonException;
import io.dataflow.api.json.JsonScalar;
import io.dataflow.api.message.Message;
import io.dataflow.api.model.Doc;
import io.dataflow.api.path.PathException;
import io.dataflow.api.transformation.layout.GoLayout;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/// What `insertField` puts somewhere: what the source knows of the message, the time of the batch,
/// JSON, or the text as it stands.
@Doc(
    value = "a text, `${metadata.<key>}`, `${now}` or `json:<JSON>`",
    example = "'${metadata.topic}'")
public final class InsertedValue {
  private static final String METADATA = "${metadata.";
  private static final String NOW = "${now}";
  private static final String JSON = "json:";
  private static final GoLayout TIME = GoLayout.parse("RFC3339");

  private final String text;
  private final Source source;

  private InsertedValue(String text, Source source) {
    this.text = text;
    this.source = source;
  }

  private interface Source {
    Json json(Message message, Instant now);
  }

  /// The text as it stands.
  private record Text(Json literal) implements Source {
    @Override
    public Json json(Message message, Instant now) {
      return literal;
    }
  }

  /// Reads what is to be inserted.
  ///
  /// @throws IllegalArgumentException when what follows `json:` is not JSON, or what follows
  ///     `metadata.` names no key
  public static InsertedValue parse(String text) {
    if (text.equals(NOW)) {
      return new InsertedValue(text, (_, now) -> TIME.json(now));
    }
    if (text.startsWith(METADATA) && text.endsWith("}")) {
      var keys = keys(text, text.substring(METADATA.length(), text.length() - 1));
      return new InsertedValue(text, (message, _) -> known(message, keys));
    }
    if (text.startsWith(JSON)) {
      var json = json(text);
      // A copy for each message, because a later step may change it.
      return new InsertedValue(text, (_, _) -> json.copy());
    }
    return new InsertedValue(text, new Text(JsonScalar.of(text)));
  }

  private static List<String> keys(String text, String path) {
    try {
      return MetadataJson.keys(text, path);
    } catch (PathException e) {
      throw new IllegalArgumentException(
          "`%s` names no key of the metadata. Write for example `${metadata.topic}`."
              .formatted(text),
          e);
    }
  }

  private static Json known(Message message, List<String> keys) {
    return JsonScalar.of(MetadataJson.find(message.metadata(), keys).map(Json::text).orElse(""));
  }

  private static Json json(String text) {
    try {
      return Json.parse(text.substring(JSON.length()).getBytes(StandardCharsets.UTF_8));
    } catch (JsonException e) {
      throw new IllegalArgumentException(
          "`%s` is not JSON behind `json:`: %s. Write for example `json:false` or `json:\"text\"`."
              .formatted(text, e.getMessage()),
          e);
    }
  }

  /// Whether it is a text that seems to want something filled in, and nothing will be.
  public boolean looksFilledIn() {
    return source instanceof Text && text.contains("${");
  }

  /// What it is for a message: JSON of its own, which may be changed.
  ///
  /// @param now the time of the batch
  public Json of(Message message, Instant now) {
    return source.json(message, now);
  }

  /// The value as it was written.
  @Override
  public String toString() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof InsertedValue it && it.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
