package io.dataflow.api.connector;

import io.dataflow.api.model.Doc;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/// The schema of Avro messages. It is kept as text, so that Avro's classes are loaded for flows
/// that have one and for no others.
///
/// @param text the JSON of an Avro schema
@Doc(
    value = "an Avro schema as JSON",
    example =
        "{\"type\": \"record\", \"name\": \"Order\", \"fields\":"
            + " [{\"name\": \"id\", \"type\": \"long\"}]}")
public record AvroSchema(String text) {
  private static final int WORDS_MOST = 300;

  /// Reads a schema from its JSON.
  ///
  /// @throws IllegalArgumentException when it is none, with what is wrong
  public static AvroSchema parse(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("empty. Put the schema's JSON there.");
    }
    try {
      new Schema.Parser().parse(text);
      return new AvroSchema(text);
    } catch (AvroRuntimeException e) {
      throw new IllegalArgumentException("is no Avro schema: " + line(e) + ". Correct it.", e);
    } catch (StackOverflowError e) {
      throw new IllegalArgumentException("is nested too deeply for an Avro schema.", e);
    }
  }

  /// The first line of what the library says; behind it stand places in its own sources.
  private static String line(Exception e) {
    var words = String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
    var line = words.replaceAll("^\\S*(Exception|Error): ", "").replaceAll("[.:]+$", "");
    return line.length() <= WORDS_MOST ? line : line.substring(0, WORDS_MOST) + "…";
  }
}
