package io.dataflow.runtime.kafka.value;

import io.dataflow.api.connector.KafkaSink;
import io.dataflow.api.json.Bytes;
import io.dataflow.api.json.Json;
import io.dataflow.api.message.Message;
import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.kafka.avro.encode.AvroMisfit;
import io.dataflow.runtime.kafka.avro.encode.AvroWriter;
import io.dataflow.runtime.kafka.avro.encode.DerivedSchema;
import io.dataflow.runtime.kafka.registry.RegistryClient;
import io.dataflow.runtime.kafka.registry.SubjectSchemas;
import io.dataflow.runtime.kafka.registry.SubjectSchemas.Registered;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/// `format: avro`: a 0, four bytes of the schema's id and the message. The schema is the sink's
/// own, or the one that the registry has for the topic, or what the first batch looks like;
/// the last one grows with the records.
final class AvroEncoder implements BodyEncoder {
  private static final int ROOM_KEPT = 1 << 20;

  private final String topic;
  private final RegistryClient client;
  private final SubjectSchemas subject;
  private final Optional<Schema> own;
  private Optional<Known> known = Optional.empty();
  private Bytes out = new Bytes(4096);

  /// The schema that records are written with.
  private record Known(Registered registered, AvroWriter writer) {
    static Known of(Registered registered) {
      return new Known(registered, new AvroWriter(registered.schema()));
    }

    boolean grows() {
      return DerivedSchema.is(registered.schema());
    }
  }

  AvroEncoder(KafkaSink sink, String place) {
    this.topic = sink.topic();
    this.own = OwnSchema.of(place, sink.avroSchema(), sink.avroSchemaFile());
    var registry =
        sink.schemaRegistry()
            .orElseThrow(() -> new FlowException(place + ": `schemaRegistry` is missing."));
    this.client = new RegistryClient(place, registry);
    this.subject = new SubjectSchemas(client, place, topic + "-value");
  }

  @Override
  public void open() throws UnavailableException {
    known =
        (own.isPresent() ? Optional.of(subject.register(own.get())) : subject.latest())
            .map(Known::of);
  }

  @Override
  public void prepare(List<Message> messages) throws UnavailableException {
    if (known.isPresent() && !known.get().grows()) {
      return;
    }
    if (hasNews(misfits(messages))) {
      // Another processor may have seen the same.
      known = subject.latest().map(Known::of);
      var misfits = misfits(messages);
      if (hasNews(misfits)) {
        known = Optional.of(Known.of(subject.register(grown(misfits))));
      }
    }
  }

  private boolean hasNews(List<Json> misfits) {
    boolean grows = known.isEmpty() || known.get().grows();
    return grows && !misfits.isEmpty() && !current().equals(Optional.of(grown(misfits)));
  }

  private Optional<Schema> current() {
    return known.map(it -> it.registered().schema());
  }

  private Schema grown(List<Json> misfits) {
    return DerivedSchema.of(topic, current(), misfits);
  }

  /// The objects that the schema does not take; all of them while there is none.
  private List<Json> misfits(List<Message> messages) {
    return messages.stream()
        .flatMap(message -> message.json().stream())
        .filter(DerivedSchema::takes)
        .filter(body -> known.isEmpty() || !fits(known.get().writer(), body))
        .toList();
  }

  private boolean fits(AvroWriter writer, Json body) {
    out.clear();
    try {
      writer.write(body, out);
      return true;
    } catch (AvroMisfit e) {
      return false;
    } finally {
      boundRoom();
    }
  }

  @Override
  public byte[] encode(Message message) {
    var body = message.json().orElseThrow(() -> new RecordException(message.problem() + "."));
    var used =
        known.orElseThrow(
            () ->
                new RecordException(
                    "there is no schema for it, and none can be derived from what is no object."));
    out.clear();
    out.put(0);
    int id = used.registered().id();
    for (int shift = 24; shift >= 0; shift -= Byte.SIZE) {
      out.put(id >>> shift);
    }
    try {
      used.writer().write(body, out);
      return out.toByteArray();
    } catch (AvroMisfit e) {
      throw new RecordException(
          "the record does not fit schema " + Integer.toUnsignedString(id) + ": " + e.getMessage());
    } finally {
      boundRoom();
    }
  }

  private void boundRoom() {
    if (out.array().length > ROOM_KEPT) {
      out = new Bytes(4096);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
