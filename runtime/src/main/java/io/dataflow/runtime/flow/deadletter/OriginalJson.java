package io.dataflow.runtime.flow.deadletter;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonException;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/// The field `original_message` of an envelope: the record as its source delivered it.
final class OriginalJson {
  private OriginalJson() {}

  static Json of(byte[] record, EnvelopeForm form) {
    return switch (form) {
      case WHOLE -> whole(record);
      case TEXT -> text(record);
      case SHORT, BARE -> cut(record, form.bytes());
    };
  }

  private static Json whole(byte[] record) {
    try {
      return Json.parse(record) instanceof JsonObject object ? object : text(record);
    } catch (JsonException e) {
      // Not JSON: that may be why it is here.
      return text(record);
    }
  }

  private static JsonObject text(byte[] record) {
    var wrapped = JsonObject.empty();
    var text = new String(record, StandardCharsets.UTF_8);
    wrapped.put("original_data", JsonScalar.of(text.replace('\0', '\u2400')));
    if (text.indexOf('\0') >= 0 || !isText(record)) {
      var exact = Base64.getEncoder().encodeToString(record);
      wrapped.put("original_data_base64", JsonScalar.of(exact));
    }
    return wrapped;
  }

  private static JsonObject cut(byte[] record, int length) {
    if (record.length <= length) {
      return text(record);
    }
    int end = length;
    while (end > 0 && (record[end] & 0xC0) == 0x80) {
      // Not in the middle of a character.
      end--;
    }
    var wrapped = JsonObject.empty();
    var text = new String(Arrays.copyOf(record, end), StandardCharsets.UTF_8);
    wrapped.put("original_data", JsonScalar.of(text.replace('\0', '\u2400')));
    wrapped.put("original_truncated", JsonScalar.TRUE);
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
}
