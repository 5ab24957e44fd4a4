package io.dataflow.runtime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/// Messages as producers write them, by Avro's own library.
public final class Avro {
  private Avro() {}

  public static Schema schema(String json) {
    return new Schema.Parser().parse(json.replace('\'', '"'));
  }

  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// The binary form of what Avro's own JSON form says.
  public static byte[] written(Schema schema, String avroJson) {
    try {
      var decoder = DecoderFactory.get().jsonDecoder(schema, avroJson.replace('\'', '"'));
      return encoded(schema, new GenericDatumReader<>(schema).read(null, decoder));
    } catch (IOException e) {
      throw new AssertionError(avroJson, e);
    }
  }

  public static byte[] encoded(Schema schema, Object datum) {
    try {
      var bytes = new ByteArrayOutputStream();
      var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
      new GenericDatumWriter<>(schema).write(datum, encoder);
      encoder.flush();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /// A message in the form of a registry.
  public static byte[] framed(int id, byte[] message) {
    return ByteBuffer.allocate(5 + message.length).put((byte) 0).putInt(id).put(message).array();
  }
}
