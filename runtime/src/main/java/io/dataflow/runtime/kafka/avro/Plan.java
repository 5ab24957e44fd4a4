package io.dataflow.runtime.kafka.avro;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.json.JsonText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Resolver;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.EncoderFactory;

/// How the messages of one schema are read as those of another: Avro's own rules of schema
/// evolution, worked out once and turned into a [Value] for each type.
final class Plan {
  private final Map<Resolver.Action, Records> records = new IdentityHashMap<>();
  private final Skipped skipped = new Skipped();

  private Plan() {}

  /// @param writer the schema that messages were written with
  /// @param reader the schema whose fields they are to have
  static Value of(Schema writer, Schema reader) {
    return new Plan().value(Resolver.resolve(writer, reader), true);
  }

  private Value value(Resolver.Action action) {
    return value(action, false);
  }

  private Value value(Resolver.Action action, boolean outermost) {
    return switch (action) {
      case Resolver.RecordAdjust record -> record(record, outermost);
      case Resolver.Container container -> container(container);
      case Resolver.EnumAdjust adjust -> symbols(adjust);
      case Resolver.WriterUnion union ->
          union(Arrays.stream(union.actions).map(it -> value(it, outermost)).toList());
      case Resolver.ReaderUnion union -> value(union.actualAction, outermost);
      case Resolver.Skip skip -> skipped.of(skip.writer);
      case Resolver.ErrorAction error -> {
        var why = "the schemas do not fit: " + error.toString().replaceAll("\\s+", " ");
        yield (_, _) -> {
          throw new AvroFault(why);
        };
      }
      case Resolver.Action same -> Primitives.of(same.writer, same.reader);
    };
  }

  private Value container(Resolver.Container container) {
    var item = value(container.elementAction);
    return container.writer.getType() == Schema.Type.ARRAY
        ? Containers.array(item)
        : Containers.map(item);
  }

  static Value union(List<Value> all) {
    var branches = all.toArray(new Value[0]);
    return (in, out) -> {
      long branch = in.readLong();
      if (branch < 0 || branch >= branches.length) {
        throw new AvroFault("a union in it has no type of that number");
      }
      branches[(int) branch].read(in, out);
    };
  }

  private static Value symbols(Resolver.EnumAdjust adjust) {
    var symbols = new byte[adjust.adjustments.length][];
    var known = adjust.reader.getEnumSymbols();
    for (int i = 0; i < symbols.length; i++) {
      int place = adjust.adjustments[i];
      symbols[i] = place < 0 ? new byte[0] : JsonText.quoted(known.get(place));
    }
    return (in, out) -> {
      int place = in.readInt();
      if (place < 0 || place >= symbols.length || symbols[place].length == 0) {
        throw new AvroFault("an enum in it has a symbol that its schema does not know");
      }
      out.put(symbols[place]);
    };
  }

  private Value record(Resolver.RecordAdjust action, boolean outermost) {
    var known = records.get(action);
    if (known != null) {
      return known;
    }
    var made = new Records(!outermost && isWrapper(action.reader));
    records.put(action, made);
    var fields = new Value[action.fieldActions.length];
    var names = new byte[fields.length][];
    int next = 0;
    for (int i = 0; i < fields.length; i++) {
      var field = action.fieldActions[i];
      fields[i] = value(field);
      names[i] =
          field instanceof Resolver.Skip
              ? new byte[0]
              : name(action.readerOrder[next].name(), next++ == 0);
    }
    made.of(fields, names, defaults(action, next == 0));
    return made;
  }

  /// Objects that hold nothing but a list called `array` are how some write lists.
  private static boolean isWrapper(Schema record) {
    return record.getFields().size() == 1 && record.getFields().getFirst().name().equals("array");
  }

  private static byte[] name(String name, boolean first) {
    var out = new Bytes(name.length() + 4);
    out.put(first ? '{' : ',');
    JsonText.write(name, out);
    out.put(':');
    return out.toByteArray();
  }

  private static byte[] defaults(Resolver.RecordAdjust action, boolean first) {
    var out = new Bytes(64);
    boolean empty = first;
    for (int i = action.firstDefault; i < action.readerOrder.length; i++) {
      var field = action.readerOrder[i];
      out.put(name(field.name(), empty));
      empty = false;
      var written = written(field.schema(), action.defaults[i - action.firstDefault]);
      of(field.schema(), field.schema()).read(new AvroInput(written, 0, written.length), out);
    }
    out.put((empty ? "{}" : "}").getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }

  /// A default as if it had been in the message, so that it looks like what is.
  private static byte[] written(Schema schema, Object value) {
    try {
      var bytes = new ByteArrayOutputStream();
      var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
      new GenericDatumWriter<>(schema).write(value, encoder);
      encoder.flush();
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
