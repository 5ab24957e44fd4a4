package io.dataflow.runtime.flow.deadletter;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonException;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import io.dataflow.api.message.Message;
import io.dataflow.api.message.Metadata;
import io.dataflow.runtime.connector.Rejected;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/// The message that goes to the error sink in place of a rejected record (contract 4.2). Its
/// `original_message` is what the source delivered, so that it can be delivered again.
///
/// @param plainText whether the error sink is PostgreSQL, whose jsonb does not take all that is
/// JSON:
///     such a record is then kept as text
public record ErrorEnvelope(String mainSinkType, boolean plainText, Clock clock) {

  /// The envelope of a rejected record.
  public Message of(Rejected rejected) {
    var time = Instant.now(clock).truncatedTo(ChronoUnit.SECONDS).toString();
    var error = JsonObject.empty();
    error.put("message", JsonScalar.of(rejected.reason()));
    error.put("timestamp", JsonScalar.of(time));
    error.put("original_sink", JsonScalar.of(mainSinkType));
    error.put("stage", JsonScalar.of(rejected.stage()));
    var metadata = rejected.message().metadata().asMap();
    if (!metadata.isEmpty()) {
      error.put("metadata", MetadataJson.of(metadata));
    }
    var body = JsonObject.empty();
    body.put("error", error);
    body.put("original_message", original(rejected.message().original()));
    var bytes = new Bytes(rejected.message().original().length + 256);
    body.writeTo(bytes);
    return new Message(bytes.toByteArray(), metadata(rejected, metadata, time));
  }

  private Json original(byte[] bytes) {
    try {
      if (Json.parse(bytes) instanceof JsonObject object
          && !(plainText && Jsonb.mayRefuse(bytes))) {
        return object;
      }
    } catch (JsonException e) {
      // Not JSON: that is why it is here. It is kept as text below.
      return asText(bytes);
    }
    return asText(bytes);
  }

  private static Json asText(byte[] bytes) {
    var wrapped = JsonObject.empty();
    var text = new String(bytes, StandardCharsets.UTF_8);
    wrapped.put("original_data", JsonScalar.of(text.replace('\0', '\u2400')));
    if (text.indexOf('\0') >= 0 || !isText(bytes)) {
      wrapped.put("original_data_base64", JsonScalar.of(Base64.getEncoder().encodeToString(bytes)));
    }
    return wrapped;
  }

  private static boolean isText(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private Metadata metadata(Rejected rejected, Map<String, Object> original, String time) {
    var entries = new LinkedHashMap<>(original);
    entries.put("error", rejected.reason());
    entries.put("error_timestamp", time);
    entries.put("original_sink", mainSinkType);
    entries.put("is_error_message", true);
    return new ErrorMetadata(rejected.message().metadata(), Metadata.of(entries));
  }
}
