package io.dataflow.runtime.kafka.avro.encode;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.json.Json;
import io.dataflow.runtime.Avro;
import io.dataflow.runtime.kafka.avro.AvroReader;
import java.math.BigDecimal;
import java.util.List;
import org.apache.avro.Conversions;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a Kafka source makes of Avro becomes the same bytes again.
class AvroWriterTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          'null' | null
          'boolean' | true
          'boolean' | false
          'int' | -2147483648
          'int' | 2147483647
          'long' | -9223372036854775808
          'long' | 9223372036854775807
          'long' | 0
          'float' | 0.1
          'float' | 3.4028235E38
          'float' | -0.0
          'double' | -1.25E-300
          'double' | 0.1234567890123456
          'double' | 4.9E-324
          'string' | 'Zoë \\t 😀'
          'string' | ''
          {'type':'int','logicalType':'date'} | -1
          {'type':'int','logicalType':'date'} | 2147483647
          {'type':'int','logicalType':'date'} | -2147483648
          {'type':'int','logicalType':'time-millis'} | 3723004
          {'type':'long','logicalType':'time-micros'} | 86399999999
          {'type':'long','logicalType':'timestamp-millis'} | -1
          {'type':'long','logicalType':'timestamp-millis'} | 253402300800000
          {'type':'long','logicalType':'timestamp-millis'} | -9223372036854775808
          {'type':'long','logicalType':'timestamp-micros'} | 1767225600000001
          {'type':'long','logicalType':'timestamp-nanos'} | 1767225600000000001
          {'type':'long','logicalType':'timestamp-nanos'} | -9223372036854775808
          {'type':'long','logicalType':'local-timestamp-millis'} | -86400001
          {'type':'long','logicalType':'local-timestamp-micros'} | 9223372036854775807
          {'type':'long','logicalType':'local-timestamp-nanos'} | 0
          {'type':'string','logicalType':'uuid'} | 'ad8a1f7e-1c0f-4f6f-9d0c-0a3c5b1f2e3d'
          {'type':'fixed','name':'U','size':16,'logicalType':'uuid'} | '\\u0000\\u0001\\u0002\\u0003\\u0004\\u0005\\u0006\\u0007\\u0008\\u0009\\u000a\\u000b\\u000c\\u000d\\u000e\\u00ff'
          {'type':'fixed','name':'D','size':12,'logicalType':'duration'} | '\\u0001\\u0000\\u0000\\u0000\\u0002\\u0000\\u0000\\u0000\\u00ff\\u00ff\\u00ff\\u00ff'
          'bytes' | '\\u0000\\u00ff'
          'bytes' | ''
          {'type':'fixed','name':'F','size':2} | 'ab'
          {'type':'enum','name':'E','symbols':['A','B']} | 'B'
          {'type':'array','items':'int'} | [1, 2, 3]
          {'type':'array','items':'int'} | []
          {'type':'map','values':'long'} | {'a': 1, 'ö \\n': 2}
          {'type':'map','values':'long'} | {}
          ['null','string'] | null
          ['null','string'] | {'string': 'x'}
          ['string',{'type':'long','logicalType':'timestamp-millis'}] | {'long': 1}
          ['double','long'] | {'long': 1}
          ['int',{'type':'array','items':'string'}] | {'array': ['a']}
          [{'type':'record','name':'A','fields':[{'name':'x','type':'int'}]},{'type':'record','name':'B','fields':[{'name':'y','type':'int'}]}] | {'B': {'y': 1}}
          {'type':'record','name':'N','fields':[]} | {}
          {'type':'record','name':'N','fields':[{'name':'v','type':'int'},{'name':'next','type':['null','N']}]} | {'v': 1, 'next': {'N': {'v': 2, 'next': null}}}
          {'type':'record','name':'O','fields':[{'name':'l','type':{'type':'record','name':'L','fields':[{'name':'array','type':{'type':'array','items':'int'}}]}}]} | {'l': {'array': [1]}}
          """)
  void writesWhatWasRead(String schema, String message) {
    var of = Avro.schema(schema);
    var before = Avro.written(of, message);
    var json = new Bytes(16);
    new AvroReader(of).read(before, 0, json);
    assertThat(written(of, json.toString())).as(json.toString()).isEqualTo(before);
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
    var value = new BigDecimal(number);
    var conversion = new Conversions.DecimalConversion();
    var bytes = LogicalTypes.decimal(40, 2).addToSchema(Schema.create(Schema.Type.BYTES));
    var fixed = LogicalTypes.decimal(40, 2).addToSchema(Schema.createFixed("F", "", "", 20));
    var inBytes = conversion.toBytes(value, bytes, bytes.getLogicalType());
    var inFixed = conversion.toFixed(value, fixed, fixed.getLogicalType());
    assertThat(written(bytes, number)).isEqualTo(Avro.encoded(bytes, inBytes));
    assertThat(written(fixed, number)).isEqualTo(Avro.encoded(fixed, inFixed));
  }

  @ParameterizedTest
  @CsvSource({"1E-2000000000", "12.50", "-1E+3", "0"})
  void keepsTheScaleThatADecimalBrings(String number) {
    var schema = LogicalTypes.bigDecimal().addToSchema(Schema.create(Schema.Type.BYTES));
    var value =
        new Conversions.BigDecimalConversion()
            .toBytes(new BigDecimal(number), schema, schema.getLogicalType());
    assertThat(written(schema, number)).isEqualTo(Avro.encoded(schema, value));
  }

  @Test
  void writesWhatIsNoNumber() {
    var schema = Avro.schema("{'type':'array','items':'double'}");
    var values = List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    assertThat(written(schema, "[\"NaN\",\"Infinity\",\"-Infinity\"]"))
        .isEqualTo(Avro.encoded(schema, values));
  }

  /// Other ways to write the same value.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          'int' | 1.0e1 | 10
          {'type':'bytes','logicalType':'decimal','precision':4,'scale':2} | 1.5000 | 1.50
          {'type':'bytes','logicalType':'decimal','precision':4,'scale':2} | 15e-1 | 1.50
          {'type':'long','logicalType':'timestamp-millis'} | '2026-01-31T14:00:00+02:00' | '2026-01-31T12:00:00.000Z'
          {'type':'long','logicalType':'timestamp-millis'} | '2026-01-31T12:00:00.123000Z' | '2026-01-31T12:00:00.123Z'
          {'type':'int','logicalType':'time-millis'} | '12:00' | '12:00:00.000'
          'string' | '\\u00e4\\ud83d\\ude00' | 'ä😀'
          {'type':'record','name':'D','fields':[{'name':'x','type':'int','default':3},{'name':'y','type':['null','int'],'default':null}]} | {} | {'x':3,'y':null}
          {'type':'record','name':'D','fields':[{'name':'x','type':'int'},{'name':'y','type':'int'}]} | {'y':2, 'x':1, 'y':3} | {'x':1,'y':3}
          """)
  void takesOtherForms(String schema, String json, String read) {
    var of = Avro.schema(schema);
    var out = new Bytes(16);
    new AvroReader(of).read(written(of, json.replace('\'', '"')), 0, out);
    assertThat(out.toString()).isEqualTo(read.replace('\'', '"'));
  }

  static byte[] written(Schema schema, String json) {
    var out = new Bytes(16);
    new AvroWriter(schema).write(Json.parse(Avro.utf8(json)), out);
    return out.toByteArray();
  }
}
