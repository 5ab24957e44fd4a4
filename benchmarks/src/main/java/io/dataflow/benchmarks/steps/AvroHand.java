package io.dataflow.benchmarks.steps;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.avro.Conversions;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/// What a person writes by hand for orders in Avro: the library's generic records, and Jackson's
/// generator for the fields of an order. Objects that can be used again are used again.
final class AvroHand {
  private static final String SCHEMA =
      """
      {"type": "record", "name": "Order", "fields": [
        {"name": "id", "type": "long"},
        {"name": "customer", "type": "string"},
        {"name": "email", "type": ["null", "string"]},
        {"name": "status", "type": {"type": "enum", "name": "Status", "symbols": ["new", "paid"]}},
        {"name": "amount",
         "type": {"type": "bytes", "logicalType": "decimal", "precision": 12, "scale": 2}},
        {"name": "at", "type": {"type": "long", "logicalType": "timestamp-millis"}},
        {"name": "express", "type": "boolean"},
        {"name": "tags", "type": {"type": "array", "items": "string"}}]}
      """;

  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  private final Schema schema = new Schema.Parser().parse(SCHEMA);
  private final GenericDatumReader<GenericRecord> reader = new GenericDatumReader<>(schema);
  private final Schema amount = schema.getField("amount").schema();
  private final Conversions.DecimalConversion decimals = new Conversions.DecimalConversion();
  private final JsonFactory json = new JsonFactory();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
  private BinaryDecoder decoder;
  private GenericRecord order;

  Schema schema() {
    return schema;
  }

  List<byte[]> orders(int count) {
    return LongStream.rangeClosed(1, count).mapToObj(this::order).toList();
  }

  private byte[] order(long id) {
    var made = new GenericData.Record(schema);
    made.put("id", id);
    made.put("customer", "customer-" + id % 97);
    made.put("email", id % 5 == 0 ? null : "someone." + id + "@example.com");
    var status = schema.getField("status").schema();
    made.put("status", new GenericData.EnumSymbol(status, id % 4 == 0 ? "new" : "paid"));
    var price = BigDecimal.valueOf(id * 1999, 2);
    made.put("amount", decimals.toBytes(price, amount, amount.getLogicalType()));
    made.put("at", 1_767_225_600_000L + id * 1001);
    made.put("express", id % 2 == 0);
    made.put("tags", List.of("shop", "web"));
    try {
      var bytes = new ByteArrayOutputStream();
      var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
      new GenericDatumWriter<GenericRecord>(schema).write(made, encoder);
      encoder.flush();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] json(byte[] message) throws IOException {
    decoder = DecoderFactory.get().binaryDecoder(message, decoder);
    order = reader.read(order, decoder);
    out.reset();
    try (var to = json.createGenerator(out)) {
      to.writeStartObject();
      to.writeNumberField("id", (Long) order.get(0));
      to.writeStringField("customer", order.get(1).toString());
      if (order.get(2) == null) {
        to.writeNullField("email");
      } else {
        to.writeStringField("email", order.get(2).toString());
      }
      to.writeStringField("status", order.get(3).toString());
      var price = (ByteBuffer) order.get(4);
      to.writeNumberField("amount", decimals.fromBytes(price, amount, amount.getLogicalType()));
      to.writeStringField("at", TIME.format(Instant.ofEpochMilli((Long) order.get(5))));
      to.writeBooleanField("express", (Boolean) order.get(6));
      to.writeArrayFieldStart("tags");
      for (var tag : (List<?>) order.get(7)) {
        to.writeString(tag.toString());
      }
      to.writeEndArray();
      to.writeEndObject();
    }
    return out.toByteArray();
  }
}
