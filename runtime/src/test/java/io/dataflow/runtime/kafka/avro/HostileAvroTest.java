package io.dataflow.runtime.kafka.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.json.Json;
import io.dataflow.runtime.Avro;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileAvroTest {
  private static final String LIST =
      "{'type':'record','name':'L','fields':[{'name':'next','type':['null','L']}]}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {'type':'array','items':'null'} | feffffffffffffff7f | items of no length
          {'type':'array','items':'int'} | feffffffffffffff7f02 | ends before
          {'type':'array','items':'int'} | ffffffffffffffffff01 | ends before
          'string' | feffffff0f61 | length
          'string' | 0161 | length
          'string' | 02ff | UTF-8
          'string' | 026161 | goes on behind
          'int' | feffffffff1f | 32 bits
          'long' | ffffffffffffffffffffffff | 64 bits
          ['null','int'] | 04 | union
          {'type':'enum','name':'E','symbols':['A']} | 02 | enum
          'boolean' | 02 | boolean
          'double' | 00 | ends before
          {'type':'bytes','logicalType':'decimal','precision':4} | 00 | decimal
          {'type':'int','logicalType':'time-millis'} | 01 | outside the day
          """)
  void isRefusedWithTheReason(String schema, String hex, String reason) {
    var message = HexFormat.of().parseHex(hex);
    assertThatThrownBy(() -> read(new AvroReader(Avro.schema(schema)), message))
        .isInstanceOf(AvroFault.class)
        .hasMessageContaining(reason);
  }

  @Test
  void isNestedOnlySoFar() {
    var message = new byte[100_000];
    Arrays.fill(message, (byte) 2);
    assertThatThrownBy(() -> read(new AvroReader(Avro.schema(LIST)), message))
        .isInstanceOf(AvroFault.class)
        .hasMessageContaining("nested");
    var skipping =
        new AvroReader(
            Avro.schema("{'type':'record','name':'R','fields':[{'name':'l','type':" + LIST + "}]}"),
            Avro.schema("{'type':'record','name':'R','fields':[]}"));
    assertThatThrownBy(() -> read(skipping, message)).hasMessageContaining("nested");
  }

  @Test
  void neverFailsInAnotherWay() {
    var schema =
        Avro.schema(
            """
            {'type':'record','name':'R','fields':[
              {'name':'a','type':{'type':'map','values':['null','R',{'type':'array','items':'R'}]}},
              {'name':'b','type':{'type':'bytes','logicalType':'big-decimal'}},
              {'name':'c','type':['string','double',{'type':'long','logicalType':'timestamp-nanos'}]}]}
            """);
    var reader = new AvroReader(schema);
    var good =
        Avro.written(
            schema,
            """
            {'a':{'k':{'array':[{'a':{},'b':'\\u0002\\u0001\\u0000','c':{'string':'abc'}}]},'l':null},
             'b':'\\u0002\\u0001\\u0004','c':{'double':1.5}}
            """);
    var random = new Random(11);
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      var message = Arrays.copyOf(good, good.length - (random.nextInt(4) == 0 ? 1 : 0));
      for (int changes = random.nextInt(4); changes > 0; changes--) {
        message[random.nextInt(message.length)] = (byte) random.nextInt();
      }
      try {
        read(reader, message);
      } catch (AvroFault bad) {
        refused++;
      }
    }
    assertThat(refused).isBetween(5_000, 19_000);
  }

  private static void read(AvroReader reader, byte[] message) {
    var out = new Bytes(16);
    reader.read(message, 0, out);
    Json.parse(out.toByteArray());
  }
}
