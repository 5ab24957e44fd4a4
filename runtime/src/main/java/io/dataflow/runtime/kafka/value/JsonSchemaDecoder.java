package io.dataflow.runtime.kafka.value;

import io.dataflow.api.connector.SchemaRegistry;
import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonException;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.kafka.registry.RegisteredSchemas;
import io.dataflow.runtime.kafka.registry.RegistryClient;
import io.dataflow.runtime.kafka.value.KnownSchemas.Readable;
import io.dataflow.runtime.kafka.value.KnownSchemas.Unreadable;
import java.util.Arrays;

/// `format: jsonSchema`: messages in the registry's form whose body is JSON. The registry has to
/// know the schema; whether the body is of that schema is the producer's promise, and not looked
/// at.
final class JsonSchemaDecoder implements ValueDecoder {
  private final RegistryClient client;
  private final KnownSchemas<String> known;

  JsonSchemaDecoder(SchemaRegistry registry) {
    this.client = new RegistryClient("source kafka", registry);
    var registered = new RegisteredSchemas(client);
    this.known = new KnownSchemas<>(id -> asked(registered, id));
  }

  /// What is kept of a schema that the registry has: what messages call it.
  private static Readable<String> asked(RegisteredSchemas registered, int id)
      throws UnavailableException {
    registered.requireJsonSchema(id);
    var name = RegisteredSchemas.named(id);
    return new Readable<>(name, name.length());
  }

  @Override
  public void check() throws UnavailableException {
    client.check();
  }

  @Override
  public Object decode(byte[] value) throws UnavailableException {
    var id = RegistryForm.schema(value);
    if (id.isEmpty()) {
      return new Undecodable(
          value, "the record does not begin with the id of a schema and have JSON behind it");
    }
    return switch (known.of(id.getAsInt())) {
      case Readable<String>(String schema, _) -> body(value, schema);
      case Unreadable<String>(String reason, _) -> new Undecodable(value, reason);
    };
  }

  private static Object body(byte[] value, String schema) {
    var body = Arrays.copyOfRange(value, RegistryForm.BODY, value.length);
    try {
      Json.parse(body);
      return body;
    } catch (JsonException e) {
      return new Undecodable(
          value,
          "what the record has behind the id of " + schema + " is no JSON: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
