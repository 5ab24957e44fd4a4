package io.dataflow.runtime.kafka.avro.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.json.Json;
import io.dataflow.runtime.Avro;
import io.dataflow.runtime.kafka.avro.AvroReader;
import java.util.Arrays;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The schema that records have which come without one.
class DerivedSchemaTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          1 | 2 | ["null","long"]
          1 | null | ["null","long"]
          1 | 1.5 | ["null","double"]
          1 | 1.0 | ["null","double"]
          1 | 9223372036854775808 | ["null",{"type":"string","dataflow.number":true}]
          0.12345678901234567890 | 1 | ["null",{"type":"string","dataflow.number":true}]
          9007199254740993 | 0.5 | ["null",{"type":"string","dataflow.number":true}]
          true | null | ["null","boolean"]
          "a" | 1 | ["null","string"]
          null | null | ["null"]
          [] | [1] | ["null",{"type":"array","items":["null","long"]}]
          {"b": 1} | {"c": {"b": ""}} | ["null",{"type":"record","name":"a","namespace":"t_x","fields":[{"name":"b","type":["null","long"],"default":null},{"name":"c","type":["null",{"type":"record","name":"c","namespace":"t_x.a","fields":[{"name":"b","type":["null","string"],"default":null}]}],"default":null}]}]
          """)
  void isMadeOfAllRecordsOfABatch(String first, String second, String type) {
    var schema = derived(Optional.empty(), "{\"a\":" + first + "}", "{\"a\":" + second + "}");
    assertThat(schema.getName()).isEqualTo("t_x");
    assertThat(schema.getField("a").schema()).hasToString(type);
    assertThat(new Schema.Parser().parse(schema.toString())).isEqualTo(schema);
    assertThat(DerivedSchema.is(new Schema.Parser().parse(schema.toString()))).isTrue();
  }

  @Test
  void growsAndKeepsWhatItHas() {
    var before = derived(Optional.empty(), "{\"a\":1,\"l\":[],\"o\":{\"x\":1},\"n\":null}");
    var after =
        derived(
            Optional.of(before),
            "{\"a\":1.5,\"l\":[\"x\"],\"o\":{\"x\":\"no\",\"y\":true},\"n\":\"now\",\"new\":{}}");
    assertThat(after.getField("a").schema()).isEqualTo(before.getField("a").schema());
    assertThat(fits(after, "{\"l\":[\"x\"],\"o\":{\"x\":2,\"y\":true},\"n\":\"now\",\"new\":{}}"))
        .isTrue();
    assertThat(fits(after, "{\"a\":1.5}")).isFalse();
    assertThat(compatible(after, before)).isTrue();
    assertThat(derived(Optional.of(after), "{\"a\":\"x\"}", "{\"n\":\"y\"}")).isSameAs(after);
  }

  @Test
  void leavesOutWhatHasNoNameInAvro() {
    var schema = derived(Optional.empty(), "{\"a-b\":1,\"\":2,\"1\":3,\"ö\":4,\"_5\":5}");
    assertThat(schema.getFields()).extracting(Schema.Field::name).containsExactly("_5");
    assertThatThrownBy(() -> AvroWriterTest.written(schema, "{\"a-b\":1}"))
        .hasMessageContaining("`$.a-b` is no field of `t_x`");
  }

  @Test
  void keepsTheDigitsOfWhatNoNumberHolds() {
    var schema = derived(Optional.empty(), "{\"a\":0.12345678901234567890}", "{\"a\":1}");
    var read = new Bytes(16);
    new AvroReader(schema).read(AvroWriterTest.written(schema, "{\"a\":-1.50e+999}"), 0, read);
    assertThat(read).hasToString("{\"a\":\"-1.50e+999\"}");
  }

  private static boolean compatible(Schema reader, Schema writer) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getType()
        == SchemaCompatibilityType.COMPATIBLE;
  }

  private static boolean fits(Schema schema, String json) {
    try {
      AvroWriterTest.written(schema, json);
      return true;
    } catch (AvroMisfit e) {
      return false;
    }
  }

  private static Schema derived(Optional<Schema> before, String... bodies) {
    return DerivedSchema.of(
        "t.x", before, Arrays.stream(bodies).map(it -> Json.parse(Avro.utf8(it))).toList());
  }
}
