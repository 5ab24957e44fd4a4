package io.dataflow.runtime.kafka.avro;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.json.Json;
import io.dataflow.runtime.Avro;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.avro.Conversions;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AvroReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          'null' | null | null
          'boolean' | true | true
          'int' | -2147483648 | -2147483648
          'long' | -9223372036854775808 | -9223372036854775808
          'long' | 9223372036854775807 | 9223372036854775807
          'long' | 0 | 0
          'long' | 10 | 10
          'float' | 0.1 | 0.1
          'double' | -1.25E-300 | -1.25E-300
          'string' | 'Zoë "q" \\ \\n 😀' | 'Zoë "q" \\ \\n 😀'
          'string' | '' | ''
          {'type':'int','logicalType':'date'} | -1 | '1969-12-31'
          {'type':'int','logicalType':'time-millis'} | 3723004 | '01:02:03.004'
          {'type':'long','logicalType':'time-micros'} | 86399999999 | '23:59:59.999999'
          {'type':'long','logicalType':'timestamp-millis'} | -1 | '1969-12-31T23:59:59.999Z'
          {'type':'long','logicalType':'timestamp-micros'} | 1767225600000001 | '2026-01-01T00:00:00.000001Z'
          {'type':'long','logicalType':'timestamp-nanos'} | 1767225600000000001 | '2026-01-01T00:00:00.000000001Z'
          {'type':'long','logicalType':'timestamp-millis'} | 253402300800000 | '+10000-01-01T00:00:00.000Z'
          {'type':'long','logicalType':'local-timestamp-millis'} | 0 | '1970-01-01T00:00:00.000'
          {'type':'long','logicalType':'local-timestamp-micros'} | 0 | '1970-01-01T00:00:00.000000'
          {'type':'long','logicalType':'local-timestamp-nanos'} | 0 | '1970-01-01T00:00:00.000000000'
          {'type':'string','logicalType':'uuid'} | 'ad8a1f7e-1c0f-4f6f-9d0c-0a3c5b1f2e3d' | 'ad8a1f7e-1c0f-4f6f-9d0c-0a3c5b1f2e3d'
          {'type':'fixed','name':'U','size':16,'logicalType':'uuid'} | '\\u0000\\u0001\\u0002\\u0003\\u0004\\u0005\\u0006\\u0007\\u0008\\u0009\\u000a\\u000b\\u000c\\u000d\\u000e\\u00ff' | '00010203-0405-0607-0809-0a0b0c0d0eff'
          {'type':'fixed','name':'D','size':12,'logicalType':'duration'} | '\\u0001\\u0000\\u0000\\u0000\\u0002\\u0000\\u0000\\u0000\\u00ac\\u000d\\u0000\\u0000' | 'P1M2DT3.500S'
          'bytes' | '\\u0000\\u00ff' | 'AP8='
          {'type':'fixed','name':'F','size':2} | 'ab' | 'YWI='
          {'type':'enum','name':'E','symbols':['A','B']} | 'B' | 'B'
          {'type':'array','items':'int'} | [1, 2, 3] | [1,2,3]
          {'type':'array','items':'int'} | [] | []
          {'type':'map','values':'long'} | {'a "b"': 1} | {'a \\"b\\"':1}
          ['null','string'] | null | null
          ['null','string'] | {'string': 'x'} | 'x'
          ['int',{'type':'array','items':'string'}] | {'array': ['a']} | ['a']
          {'type':'record','name':'N','fields':[]} | {} | {}
          {'type':'record','name':'N','fields':[{'name':'v','type':'int'},{'name':'next','type':['null','N']}]} | {'v': 1, 'next': {'N': {'v': 2, 'next': null}}} | {'v':1,'next':{'v':2,'next':null}}
          {'type':'record','name':'O','fields':[{'name':'l','type':{'type':'record','name':'L','fields':[{'name':'array','type':{'type':'array','items':'int'}}]}}]} | {'l': {'array': [1]}} | {'l':[1]}
          """)
  void becomesJson(String schema, String message, String json) {
    var of = Avro.schema(schema);
    var text = message.replace("\"q\"", "\\\"q\\\"").replace("\\ \\n", "\\\\ \\n");
    var written = Avro.written(of, text.replace("a \"b\"", "a \\\"b\\\""));
    var wanted =
        json.replace('\'', '"').replace("\"q\"", "\\\"q\\\"").replace("\\ \\n", "\\\\ \\n");
    assertThat(read(new AvroReader(of), written)).isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource({
    "12.50",
    "-0.01",
    "0.00",
    "99999999999999999.99",
    "-92233720368547758.08",
    "123456789012345678901234567890.12"
  })
  void keepsEveryDigitOfADecimal(String number) {
    var bytes = LogicalTypes.decimal(40, 2).addToSchema(Schema.create(Schema.Type.BYTES));
    var fixed = LogicalTypes.decimal(40, 2).addToSchema(Schema.createFixed("F", "", "", 20));
    var conversion = new Conversions.DecimalConversion();
    var value = new BigDecimal(number);
    var inBytes = conversion.toBytes(value, bytes, bytes.getLogicalType());
    var inFixed = conversion.toFixed(value, fixed, fixed.getLogicalType());
    assertThat(read(new AvroReader(bytes), Avro.encoded(bytes, inBytes))).isEqualTo(number);
    assertThat(read(new AvroReader(fixed), Avro.encoded(fixed, inFixed))).isEqualTo(number);
  }

  @Test
  void knowsADecimalThatBringsItsScale() {
    var schema = LogicalTypes.bigDecimal().addToSchema(Schema.create(Schema.Type.BYTES));
    var conversion = new Conversions.BigDecimalConversion();
    ByteBuffer value =
        conversion.toBytes(new BigDecimal("1E-2000000000"), schema, schema.getLogicalType());
    assertThat(read(new AvroReader(schema), Avro.encoded(schema, value)))
        .isEqualTo("1E-2000000000");
  }

  @Test
  void writesAsTextWhatIsNoNumber() {
    var schema = Avro.schema("{'type':'array','items':'double'}");
    var values = List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    assertThat(read(new AvroReader(schema), Avro.encoded(schema, values)))
        .isEqualTo("[\"NaN\",\"Infinity\",\"-Infinity\"]");
  }

  private static String read(AvroReader reader, byte[] message) {
    var out = new Bytes(16);
    reader.read(message, 0, out);
    return Json.parse(out.toByteArray()).toString();
  }
}
