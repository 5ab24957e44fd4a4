package io.dataflow.runtime.kafka.value;

import io.dataflow.api.connector.KafkaSource;
import io.dataflow.api.json.Bytes;
import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.kafka.avro.AvroFault;
import io.dataflow.runtime.kafka.avro.AvroReader;
import io.dataflow.runtime.kafka.registry.RegisteredSchemas;
import io.dataflow.runtime.kafka.registry.RegistryClient;
import io.dataflow.runtime.kafka.value.KnownSchemas.Readable;
import io.dataflow.runtime.kafka.value.KnownSchemas.Unreadable;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/// `format: avro`: messages in the registry's form, a 0, four bytes of the schema's id and the
/// message; and bare ones, which have the source's own schema.
final class AvroDecoder implements ValueDecoder {
  private static final int ROOM_KEPT = 1 << 20;

  private final Optional<RegistryClient> client;
  private final Optional<KnownSchemas<AvroReader>> registered;
  private final Optional<AvroReader> bare;
  private Bytes out = new Bytes(4096);

  AvroDecoder(KafkaSource source) {
    var schema = OwnSchema.of("source kafka", source.avroSchema(), source.avroSchemaFile());
    this.bare = schema.map(AvroReader::new);
    this.client = source.schemaRegistry().map(it -> new RegistryClient("source kafka", it));
    this.registered = client.map(it -> known(new RegisteredSchemas(it), schema));
  }

  /// @param wanted the schema whose fields all messages are to have; empty for their own
  private static KnownSchemas<AvroReader> known(RegisteredSchemas all, Optional<Schema> wanted) {
    return new KnownSchemas<>(
        id -> {
          var written = all.byId(id);
          try {
            var reader = new AvroReader(written, wanted.orElse(written));
            return new Readable<>(reader, written.toString().length());
          } catch (AvroRuntimeException | StackOverflowError e) {
            throw new RecordException(
                RegisteredSchemas.named(id) + " cannot be read as `avroSchema`");
          }
        });
  }

  @Override
  public void check() throws UnavailableException {
    if (client.isPresent()) {
      client.get().check();
    }
  }

  @Override
  public Object decode(byte[] value) throws UnavailableException {
    var id = RegistryForm.schema(value);
    if (registered.isPresent() && id.isPresent()) {
      return switch (registered.get().of(id.getAsInt())) {
        case Readable<AvroReader>(AvroReader reader, _) ->
            decoded(value, RegistryForm.BODY, reader, RegisteredSchemas.named(id.getAsInt()));
        case Unreadable<AvroReader>(String reason, _) -> new Undecodable(value, reason);
      };
    }
    if (bare.isPresent()) {
      return decoded(value, 0, bare.get(), "`avroSchema`");
    }
    return new Undecodable(
        value, "the record does not begin with the id of a schema, and there is no `avroSchema`");
  }

  private Object decoded(byte[] value, int start, AvroReader reader, String schema) {
    out.clear();
    try {
      reader.read(value, start, out);
      return out.toByteArray();
    } catch (AvroFault e) {
      return new Undecodable(value, "the record is no Avro of " + schema + ": " + e.getMessage());
    } finally {
      if (out.array().length > ROOM_KEPT) {
        out = new Bytes(4096);
      }
    }
  }

  @Override
  public void close() {
    client.ifPresent(RegistryClient::close);
  }
}
