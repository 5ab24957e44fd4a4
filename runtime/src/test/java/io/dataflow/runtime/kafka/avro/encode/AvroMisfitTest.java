package io.dataflow.runtime.kafka.avro.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.runtime.Avro;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What does not fit is refused with its place and what is wanted there.
class AvroMisfitTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          'int' | 2147483648 | `$` is not a whole number of 32 bits
          'int' | 1.5 | `$` is not a whole number of 32 bits
          'long' | 9223372036854775808 | `$` is not a whole number of 64 bits
          'long' | 1e2000000000 | `$` is not a whole number of 64 bits
          'long' | 1e-2000000000 | `$` is not a whole number of 64 bits
          'long' | 1e99999999999 | `$` is not a whole number of 64 bits
          'long' | '1' | `$` is not a whole number of 64 bits
          'double' | 0.12345678901234567890 | `$` is not a number whose digits a `double` keeps
          'double' | 9007199254740993 | `$` is not a number whose digits a `double` keeps
          'double' | 1e400 | `$` is not a number whose digits a `double` keeps
          'double' | 1e-2000000000 | `$` is not a number whose digits a `double` keeps
          'float' | 0.123456789 | `$` is not a number whose digits a `float` keeps
          'boolean' | 1 | `$` is not `true` or `false`
          'null' | 0 | `$` is not `null`
          'string' | 1 | `$` is not a text
          'string' | '\\ud800' | `$` is not a text
          'bytes' | 'a b' | `$` is not a text in base64
          {'type':'fixed','name':'F','size':2} | 'YQ==' | `$` is not a text in base64 of 2 bytes
          {'type':'enum','name':'E','symbols':['A']} | 'B' | `$` is not a symbol of the schema's enum
          {'type':'bytes','logicalType':'decimal','precision':4,'scale':2} | 100 | at most 4 digits, 2 of them behind the point
          {'type':'bytes','logicalType':'decimal','precision':4,'scale':2} | 0.001 | at most 4 digits, 2 of them behind the point
          {'type':'bytes','logicalType':'decimal','precision':2000000000,'scale':0} | 1e1999999999 | digits
          {'type':'bytes','logicalType':'decimal','precision':4,'scale':2} | 1e-2000000000 | digits
          {'type':'fixed','name':'F','size':1,'logicalType':'decimal','precision':2,'scale':0} | 100 | in 1 bytes
          {'type':'int','logicalType':'date'} | '2026-02-30' | a date like `2026-01-31`
          {'type':'int','logicalType':'date'} | '+999999999-01-01' | a date like `2026-01-31`
          {'type':'int','logicalType':'time-millis'} | '24:00:00' | a time of day like `12:00:00.000`
          {'type':'int','logicalType':'time-millis'} | '12:00:00.0001' | a time of day like `12:00:00.000`
          {'type':'long','logicalType':'timestamp-micros'} | '2026-01-31T12:00:00' | a point in time like `2026-01-31T12:00:00.000000Z`
          {'type':'long','logicalType':'timestamp-nanos'} | '3000-01-01T00:00:00Z' | a point in time
          {'type':'long','logicalType':'local-timestamp-millis'} | '2026-01-31T12:00:00Z' | a date and time like
          {'type':'long','logicalType':'timestamp-millis'} | 1 | a point in time like
          {'type':'string','logicalType':'uuid'} | 'ad8a1f7e' | `$` is not a UUID
          {'type':'fixed','name':'D','size':12,'logicalType':'duration'} | 'P4294967296M0DT0.000S' | a duration like
          {'type':'array','items':'int'} | [1, null] | `$[1]` is not a whole number of 32 bits
          {'type':'map','values':'int'} | {'canary': 'x'} | `$.*` is not a whole number of 32 bits
          ['null','int'] | 'x' | `$` is not `null`, or a whole number of 32 bits
          {'type':'record','name':'A','fields':[{'name':'b','type':{'type':'array','items':{'type':'record','name':'C','fields':[{'name':'d','type':'int'}]}}}]} | {'b': [{'d': 1}, {'d': 'x'}]} | `$.b[1].d` is not a whole number of 32 bits
          {'type':'record','name':'A','fields':[{'name':'x','type':'int'}]} | {} | `$.x` is missing, and the schema has no default for it
          {'type':'record','name':'A','fields':[]} | {'x': 1} | `$.x` is no field of `A` in the schema
          {'type':'record','name':'A','fields':[]} | [] | `$` is not an object (`A`)
          """)
  void saysWhereAndWhatIsWanted(String schema, String json, String words) {
    assertThatThrownBy(() -> AvroWriterTest.written(Avro.schema(schema), json.replace('\'', '"')))
        .isInstanceOf(AvroMisfit.class)
        .hasMessageContaining(words)
        .hasMessageNotContaining("canary");
  }

  @Test
  void endsAtADepthThatReadersRefuse() {
    var schema =
        Avro.schema(
            "{'type':'record','name':'N','fields':[{'name':'n','type':['null','N'],'default':null}]}");
    var deep = "{\"n\":".repeat(9999) + "{}" + "}".repeat(9999);
    assertThatThrownBy(() -> AvroWriterTest.written(schema, deep))
        .hasMessageContaining("nested in more than 500 levels");
  }

  @Test
  void cutsNamesThatAreLong() {
    var schema = Avro.schema("{'type':'record','name':'N','fields':[]}");
    var json = "{\"" + "a".repeat(1 << 20) + "\":1}";
    assertThatThrownBy(() -> AvroWriterTest.written(schema, json))
        .satisfies(it -> assertThat(it.getMessage()).hasSizeLessThan(200));
  }
}
