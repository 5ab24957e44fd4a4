package io.dataflow.benchmarks.steps.loop;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// The loop of somebody who takes care with events: Jackson's tokens, no tree, one pass.
final class EventStreamLoop implements StepsLoop {
  private final JsonFactory factory = new JsonFactory();

  @Override
  public List<byte[]> run(List<byte[]> records, Instant now) {
    var time = now.truncatedTo(ChronoUnit.SECONDS).toString();
    var out = new ArrayList<byte[]>(records.size());
    var buffer = new ByteArrayOutputStream(512);
    try {
      for (var record : records) {
        buffer.reset();
        if (copy(record, buffer, time)) {
          out.add(buffer.toByteArray());
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return out;
  }

  /// Whether the record stays; what was written of one that does not is thrown away.
  private boolean copy(byte[] record, ByteArrayOutputStream buffer, String time)
      throws IOException {
    boolean stays = false;
    try (var in = factory.createParser(record);
        var json = factory.createGenerator(buffer)) {
      json.writeStartObject();
      json.writeObjectFieldStart("order");
      in.nextToken();
      while (in.nextToken() != JsonToken.END_OBJECT) {
        var name = in.currentName();
        in.nextToken();
        if (name.equals("data")) {
          stays = order(in, json);
        } else {
          in.skipChildren();
        }
      }
      json.writeStringField("tenant", EventTreeLoop.tenant());
      json.writeStringField("channel", "web");
      json.writeStringField("topic", EventTreeLoop.topic());
      json.writeStringField("processed_at", time);
      json.writeEndObject();
      json.writeEndObject();
    }
    return stays;
  }

  private static boolean order(JsonParser in, JsonGenerator json) throws IOException {
    boolean stays = false;
    while (in.nextToken() != JsonToken.END_OBJECT) {
      var name = in.currentName();
      in.nextToken();
      switch (name) {
        case "orderId" -> json.writeNumberField("id", Long.parseLong(in.getText()));
        case "customer" -> customer(in, json);
        case "status" -> {
          stays = !in.getText().equals("new");
          copied(name, in, json);
        }
        case "amount" -> copied(name, in, json);
        default -> in.skipChildren();
      }
    }
    return stays;
  }

  private static void customer(JsonParser in, JsonGenerator json) throws IOException {
    while (in.nextToken() != JsonToken.END_OBJECT) {
      var name = in.currentName();
      in.nextToken();
      switch (name) {
        case "fullName" -> copied("customer", in, json);
        case "eMail" -> json.writeStringField("customer_e_mail", "***");
        default -> in.skipChildren();
      }
    }
  }

  private static void copied(String name, JsonParser in, JsonGenerator json) throws IOException {
    json.writeFieldName(name);
    json.copyCurrentEventExact(in);
  }
}
