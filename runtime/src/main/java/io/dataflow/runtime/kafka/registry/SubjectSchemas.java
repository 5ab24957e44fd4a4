package io.dataflow.runtime.kafka.registry;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.kafka.registry.RegistryAnswer.Found;
import io.dataflow.runtime.kafka.registry.RegistryAnswer.Refused;
import java.util.Optional;
import org.apache.avro.Schema;

/// The schemas that a registry has under one subject.
///
/// @param connector who asks, as messages name it
/// @param subject made of a topic's name, whose characters stand for themselves in an address
public record SubjectSchemas(RegistryClient client, String connector, String subject) {
  private static final int NO_SUBJECT = 40401;
  private static final int NO_VERSION = 40402;
  private static final int INCOMPATIBLE = 409;

  /// A schema and its id.
  public record Registered(int id, Schema schema) {}

  /// The one that was registered last, if there is one.
  ///
  /// @throws UnavailableException when the registry does not answer
  /// @throws FlowException when it is not for Avro
  public Optional<Registered> latest() throws UnavailableException {
    return switch (client.get("/subjects/" + subject + "/versions/latest")) {
      case Found(JsonObject body) -> Optional.of(byId(id(body)));
      case Refused(int code, _) when code == NO_SUBJECT || code == NO_VERSION -> Optional.empty();
      case Refused(int code, String message) -> throw refused(code, message);
    };
  }

  private Registered byId(int id) throws UnavailableException {
    try {
      return new Registered(id, new RegisteredSchemas(client).byId(id));
    } catch (RecordException e) {
      throw new FlowException(
          connector
              + ": what the schema registry has under `"
              + subject
              + "` cannot be written: "
              + e.getMessage()
              + ". Give a schema in `avroSchema`, or take another topic.",
          e);
    }
  }

  /// Registers the schema, if it is not there yet.
  ///
  /// @throws UnavailableException when the registry does not answer
  /// @throws FlowException when it does not take the schema
  public Registered register(Schema schema) throws UnavailableException {
    var question = JsonObject.empty();
    question.put("schema", JsonScalar.of(schema.toString()));
    return switch (client.post("/subjects/" + subject + "/versions", question)) {
      case Found(JsonObject body) -> new Registered(id(body), schema);
      case Refused(int code, String message) when code == INCOMPATIBLE ->
          throw new FlowException(
              connector
                  + ": the schema is not compatible with those that the schema registry has under `"
                  + subject
                  + "` ("
                  + message
                  + "). Give new fields a default, or change the subject's compatibility.");
      case Refused(int code, String message) -> throw refused(code, message);
    };
  }

  private int id(JsonObject body) {
    try {
      return Integer.parseUnsignedInt(body.get("id").map(Json::text).orElse(""));
    } catch (NumberFormatException e) {
      throw new FlowException(
          connector + ": the schema registry's answer has no id of a schema in it.", e);
    }
  }

  private FlowException refused(int code, String message) {
    return new FlowException(
        connector
            + ": the schema registry refuses the schema of `"
            + subject
            + "` ("
            + code
            + ": "
            + message
            + "). Correct `avroSchema`, or the registry's settings.");
  }
}
