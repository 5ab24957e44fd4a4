package io.dataflow.runtime.kafka.registry;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonArray;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.kafka.registry.RegistryAnswer.Found;
import io.dataflow.runtime.kafka.registry.RegistryAnswer.Refused;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/// The schemas of a registry, by their ids. Keeps nothing: whoever works with them keeps what
/// it has made of them.
public record RegisteredSchemas(RegistryClient client) {
  private static final int REFERENCES_MOST = 100;
  private static final String AVRO = "AVRO";

  /// The schema that has the id.
  ///
  /// @throws RecordException when the registry has no Avro schema of that id: the record's own
  ///     fault
  /// @throws UnavailableException when the registry does not answer
  public Schema byId(int id) throws UnavailableException {
    var named = named(id);
    var found = found(named, path(id));
    try {
      return new Text(named, new Schema.Parser(), new HashSet<>()).read(found);
    } catch (AvroRuntimeException | StackOverflowError e) {
      throw new RecordException(named + " of the registry is no Avro schema");
    }
  }

  /// Makes sure that the id is one of a JSON Schema. What that asks of a body is not read.
  ///
  /// @throws RecordException when the registry has no JSON Schema of that id: the record's own
  ///     fault
  /// @throws UnavailableException when the registry does not answer
  public void requireJsonSchema(int id) throws UnavailableException {
    var named = named(id);
    requireType("JSON", "JSON Schema", named, found(named, path(id)));
  }

  /// How messages name the schema of an id, which has no sign.
  public static String named(int id) {
    return "schema " + Integer.toUnsignedString(id);
  }

  private static String path(int id) {
    return "/schemas/ids/" + Integer.toUnsignedString(id);
  }

  /// @param wanted in the registry's word, which leaves out its first one
  private static void requireType(String wanted, String words, String named, JsonObject found) {
    var type = text(found, "schemaType").orElse(AVRO);
    if (!type.equals(wanted)) {
      throw new RecordException(named + " of the registry is for " + type + ", not for " + words);
    }
  }

  private static Optional<String> text(JsonObject object, String key) {
    return object.get(key).map(Json::text).filter(it -> !it.isEmpty());
  }

  private JsonObject found(String named, String path) throws UnavailableException {
    return switch (client.get(path)) {
      case Found(JsonObject body) -> body;
      case Refused(int code, String message) ->
          throw new RecordException(
              "the registry has no " + named + " (" + code + ": " + message + ")");
    };
  }

  /// A schema that is being read, after those that it refers to.
  ///
  /// @param read subject and version of those that are read
  private final class Text {
    private final String named;
    private final Schema.Parser parser;
    private final Set<String> read;

    Text(String named, Schema.Parser parser, Set<String> read) {
      this.named = named;
      this.parser = parser;
      this.read = read;
    }

    Schema read(JsonObject found) throws UnavailableException {
      requireType(AVRO, "Avro", named, found);
      if (found.get("references").orElse(null) instanceof JsonArray references) {
        for (int i = 0; i < references.size(); i++) {
          if (references.get(i) instanceof JsonObject reference) {
            refer(reference);
          }
        }
      }
      var text = text(found, "schema");
      return parser.parse(
          text.orElseThrow(() -> new RecordException(named + " of the registry has no text")));
    }

    private void refer(JsonObject reference) throws UnavailableException {
      var subject = text(reference, "subject").orElse("");
      var version = text(reference, "version").orElse("");
      if (read.size() > REFERENCES_MOST) {
        throw new RecordException(named + " of the registry refers to too many others");
      }
      if (read.add(version + "/" + subject)) {
        read(found(named, "/subjects/" + encoded(subject) + "/versions/" + encoded(version)));
      }
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
  }
}
