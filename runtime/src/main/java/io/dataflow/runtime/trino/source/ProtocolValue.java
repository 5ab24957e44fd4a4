package io.dataflow.runtime.trino.source;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonArray;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import io.dataflow.api.json.JsonText;
import io.dataflow.api.json.ScalarKind;
import io.dataflow.runtime.trino.type.TypeText;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/// How a value of a type, as Trino's protocol has it, becomes the JSON of a record.
sealed interface ProtocolValue {
  /// Appends the value.
  void write(Json value, Bytes out);

  /// By the type's name.
  static ProtocolValue of(String text) {
    var type = TypeText.parse(text);
    return switch (type.name()) {
      case "decimal" -> new Digits();
      case "json" -> new Document();
      case "timestamp" -> new Time(text.endsWith("with time zone"));
      case "array" -> new Elements(of(type.arguments().getFirst()));
      case "map" -> new Entries(of(type.arguments().getLast()));
      case "row" ->
          new Fields(
              type.fieldNames().stream().map(JsonText::quoted).toList(),
              type.fieldTypes().stream().map(ProtocolValue::of).toList());
      default -> new AsItIs();
    };
  }

  private static boolean isNull(Json value) {
    return value instanceof JsonScalar scalar && scalar.kind() == ScalarKind.NULL;
  }

  /// Numbers, truths and texts.
  record AsItIs() implements ProtocolValue {
    @Override
    public void write(Json value, Bytes out) {
      value.writeTo(out);
    }
  }

  /// A decimal, which the protocol has as a text, is a number with each of its digits.
  record Digits() implements ProtocolValue {
    @Override
    public void write(Json value, Bytes out) {
      out.put(value.text());
    }
  }

  /// A json, which the protocol has as a text, is what it says.
  record Document() implements ProtocolValue {
    @Override
    public void write(Json value, Bytes out) {
      out.put(value.text());
    }
  }

  /// A time is ISO 8601, one with a zone in UTC.
  record Time(boolean zoned) implements ProtocolValue {
    private static final int CLOCK = 19;

    @Override
    public void write(Json value, Bytes out) {
      out.put(JsonText.quoted(iso(value.text())));
    }

    private String iso(String text) {
      var iso = text.replaceFirst(" ", "T");
      int blank = iso.indexOf(' ');
      if (!zoned || blank < CLOCK) {
        return iso;
      }
      var zone = iso.substring(blank + 1);
      var clock = iso.substring(0, blank);
      if (zone.equals("UTC")) {
        return clock + "Z";
      }
      try {
        var time = LocalDateTime.parse(clock).atZone(ZoneId.of(zone));
        return time.withZoneSameInstant(ZoneOffset.UTC).toOffsetDateTime().toString();
      } catch (DateTimeException e) {
        // More digits than Java has, or a zone that only the server knows: as Trino writes it.
        return text;
      }
    }
  }

  /// An array.
  record Elements(ProtocolValue element) implements ProtocolValue {
    @Override
    public void write(Json value, Bytes out) {
      var array = (JsonArray) value;
      out.put('[');
      for (int i = 0; i < array.size(); i++) {
        if (i > 0) {
          out.put(',');
        }
        put(element, array.get(i), out);
      }
      out.put(']');
    }
  }

  /// A map, whose keys are texts.
  record Entries(ProtocolValue form) implements ProtocolValue {
    @Override
    public void write(Json value, Bytes out) {
      var object = (JsonObject) value;
      out.put('{');
      for (int i = 0; i < object.size(); i++) {
        if (i > 0) {
          out.put(',');
        }
        out.put(object.shape().quotedName(i));
        out.put(':');
        put(form, object.value(i), out);
      }
      out.put('}');
    }
  }

  /// A row, which the protocol has as an array, is an object.
  record Fields(List<byte[]> names, List<ProtocolValue> forms) implements ProtocolValue {
    @Override
    public void write(Json value, Bytes out) {
      var array = (JsonArray) value;
      out.put('{');
      for (int i = 0; i < forms.size(); i++) {
        if (i > 0) {
          out.put(',');
        }
        out.put(names.get(i));
        out.put(':');
        put(forms.get(i), array.get(i), out);
      }
      out.put('}');
    }
  }

  /// Appends a value that may be null.
  static void put(ProtocolValue form, Json value, Bytes out) {
    if (isNull(value)) {
      out.put("null");
    } else {
      form.write(value, out);
    }
  }
}
