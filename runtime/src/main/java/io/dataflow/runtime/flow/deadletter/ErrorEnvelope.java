package io.dataflow.runtime.flow.deadletter;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import io.dataflow.api.message.Message;
import io.dataflow.api.message.Metadata;
import io.dataflow.runtime.connector.Rejected;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/// The message that goes to the error sink in place of a rejected record: its form is documented in
/// `docs/errors.md`. Its `original_message` is what the source delivered, so that it can be
/// delivered again.
public record ErrorEnvelope(String mainSinkType, Clock clock) {
  /// Characters of the reason and of each piece of metadata, in the short forms.
  private static final int SHORT = 256;

  /// The envelope of a rejected record.
  public Message of(Rejected rejected, EnvelopeForm form) {
    var time = Instant.now(clock).truncatedTo(ChronoUnit.SECONDS).toString();
    var reason = form.isShort() ? cut(rejected.reason()) : rejected.reason();
    var known = rejected.message().metadata().asMap();
    var metadata = form.isShort() ? cut(known) : known;
    var error = JsonObject.empty();
    error.put("message", JsonScalar.of(reason));
    error.put("timestamp", JsonScalar.of(time));
    error.put("original_sink", JsonScalar.of(mainSinkType));
    error.put("stage", JsonScalar.of(rejected.stage()));
    if (!metadata.isEmpty()) {
      error.put("metadata", MetadataJson.of(metadata));
    }
    var original = rejected.message().original();
    var body = JsonObject.empty();
    body.put("error", error);
    body.put("original_message", OriginalJson.of(original, form));
    var bytes = new Bytes(Math.min(original.length, form.bytes()) + 256);
    body.writeTo(bytes);
    return new Message(
        bytes.toByteArray(), metadata(rejected.message(), metadata, form, reason, time));
  }

  private static String cut(String text) {
    return text.length() <= SHORT ? text : text.substring(0, SHORT) + "…";
  }

  /// What says where the record is, without what its producer may have made as long as it likes.
  private static Map<String, Object> cut(Map<String, Object> metadata) {
    var entries = new LinkedHashMap<String, Object>();
    metadata.forEach(
        (key, value) -> {
          if (!(value instanceof Map)) {
            entries.put(key, value instanceof String text ? cut(text) : value);
          }
        });
    return entries;
  }

  private Metadata metadata(
      Message message, Map<String, Object> known, EnvelopeForm form, String reason, String time) {
    var entries = new LinkedHashMap<>(known);
    entries.put("error", reason);
    entries.put("error_timestamp", time);
    entries.put("original_sink", mainSinkType);
    entries.put("is_error_message", true);
    var extended = Metadata.of(entries);
    return new ErrorMetadata(message.metadata(), extended, form.isShort() ? SHORT : 0);
  }
}
