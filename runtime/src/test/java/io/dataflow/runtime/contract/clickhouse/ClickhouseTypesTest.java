package io.dataflow.runtime.contract.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.contract.Records;
import io.dataflow.runtime.contract.sink.Outcome;
import io.dataflow.runtime.contract.sink.SinkRoute;
import io.dataflow.testbed.Servers;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each of ClickHouse's types gets what JSON says, to the last digit, or refuses it.
class ClickhouseTypesTest {
  private static final String ENGINE = " ENGINE = MergeTree ORDER BY tuple()";

  private static TableTarget table(String columns) {
    var name = Servers.freshName("types");
    var quoted = ClickhouseSite.inDatabase(name);
    ClickhouseSite.server().run("CREATE TABLE " + quoted + " (" + columns + ")" + ENGINE);
    return new TableTarget(name, quoted, ClickhouseSite.connectionString(), TableTarget.AS_WRITTEN);
  }

  private static Outcome write(TableTarget table, String... bodies) throws UnavailableException {
    try (var route = new SinkRoute("clickhouse", table).open()) {
      return route.write(Records.messages(bodies));
    }
  }

  /// What the server says that it has got.
  private static String stored(String type, String value) throws UnavailableException {
    var table = table("v " + type);
    assertThat(write(table, "{\"v\":" + value + "}").reasons()).isEmpty();
    return ClickhouseSite.server()
        .run("SELECT v FROM " + table.quoted() + " FORMAT TSVRaw")
        .strip();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          Int8 | -128 | -128
          Int8 | 127 | 127
          UInt8 | 255 | 255
          UInt8 | true | 1
          Int16 | -32768 | -32768
          UInt16 | 65535 | 65535
          Int32 | -2147483648 | -2147483648
          UInt32 | 4294967295 | 4294967295
          Int64 | -9223372036854775808 | -9223372036854775808
          UInt64 | 18446744073709551615 | 18446744073709551615
          UInt64 | "18446744073709551615" | 18446744073709551615
          Int128 | -170141183460469231731687303715884105728 | -170141183460469231731687303715884105728
          Int128 | -1000000000000000 | -1000000000000000
          UInt128 | 340282366920938463463374607431768211455 | 340282366920938463463374607431768211455
          Int256 | -7 | -7
          UInt256 | 1e40 | 10000000000000000000000000000000000000000
          Float32 | 1.5 | 1.5
          Float64 | -1e-300 | -1e-300
          Float64 | "NaN" | nan
          Decimal(9, 2) | -1234567.89 | -1234567.89
          Decimal(18, 4) | 12345678901234.5678 | 12345678901234.5678
          Decimal(38, 10) | 1234567890123456789012345678.0123456789 | 1234567890123456789012345678.0123456789
          Decimal(76, 1) | -123456789012345678901234567890123456789.5 | -123456789012345678901234567890123456789.5
          Bool | true | true
          String | {"a":1.00} | {"a":1.00}
          String | 1.00 | 1.00
          String | "a\\u00fc\\tb" | aü\tb
          FixedString(3) | "abc" | abc
          LowCardinality(String) | "x" | x
          LowCardinality(Nullable(String)) | "x" | x
          Date | "2149-06-06" | 2149-06-06
          Date32 | "1900-01-01" | 1900-01-01
          DateTime('UTC') | "2026-01-31T12:00:00+05:30" | 2026-01-31 06:30:00
          DateTime('Asia/Tokyo') | "2026-01-31 12:00:00" | 2026-01-31 12:00:00
          DateTime('UTC') | 4294967295 | 2106-02-07 06:28:15
          DateTime64(3, 'UTC') | "1900-01-01T00:00:00.001Z" | 1900-01-01 00:00:00.001
          DateTime64(9, 'UTC') | "2026-01-31T12:00:00.123456789Z" | 2026-01-31 12:00:00.123456789
          UUID | "0567aa0c-5ce0-4b8f-9411-7F352951B289" | 0567aa0c-5ce0-4b8f-9411-7f352951b289
          IPv4 | "10.0.255.1" | 10.0.255.1
          IPv6 | "2001:db8::1" | 2001:db8::1
          IPv6 | "10.0.0.1" | ::ffff:10.0.0.1
          Enum8('a' = 1, 'it\\'s, b' = -5) | "it's, b" | it's, b
          Enum16('a' = 1000) | 1000 | a
          Array(Nullable(Int16)) | [1,null,3] | [1,NULL,3]
          Array(Array(String)) | [["a"],[]] | [['a'],[]]
          Map(String, UInt64) | {"a":18446744073709551615} | {'a':18446744073709551615}
          Tuple(a Int8, b Nullable(String)) | {"a":1} | (1,NULL)
          Tuple(Int8, String) | [1,"x"] | (1,'x')
          JSON | {"a":{"b":12}} | {"a":{"b":12}}
          SimpleAggregateFunction(max, Int32) | 7 | 7
          """)
  void arrive(String type, String json, String expected) throws UnavailableException {
    assertThat(stored(type, json)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          Int8 | 128 | the number is out of range
          UInt64 | -1 | the number is out of range
          Int64 | 1.5 | the number is not whole
          Int64 | 1e1000000000 | the number is out of range
          Int64 | "x7" | the value is no number
          Int64 | [1] | the value is no number
          Float32 | 1e300 | the number is out of range
          Decimal(9, 2) | 1.234 | the number has more digits behind the point
          Decimal(9, 2) | 12345678.00 | the number is out of range
          Bool | "x" | the value is neither true nor false
          FixedString(3) | "abcd" | the text is longer than 3 bytes
          String | "a\\ud83d" | the text has half a surrogate pair, which no UTF-8 text has
          Date | "1969-12-31" | the date is out of range
          Date32 | "31.1.2026" | the value is no date as `2026-01-31`
          DateTime | "2026-01-31T12:00:00.5Z" | the time has more digits behind the second
          DateTime64(3) | "2026-01-31T12:00:00.1234Z" | the time has more digits behind the second
          DateTime64(3) | 1769860800000 | the time is out of range
          UUID | "0567aa0c" | the value is no UUID
          IPv4 | "localhost" | the value is no IPv4 address
          Enum8('a' = 1) | "b" | the value is none of the enum's
          Array(Int8) | [1,null] | null, and the type is not Nullable
          Map(String, Int8) | [1] | the value is no object
          Tuple(a Int8) | {"b":1} | null, and the type is not Nullable
          Int32 | null | null, and the column is not Nullable. Make it Nullable, or give it a DEFAULT
          """)
  void refuseWhatDoesNotFit(String type, String json, String reason) throws UnavailableException {
    var table = table("v " + type);
    var outcome = write(table, "{\"v\":" + json + "}");
    assertThat(outcome.reasons()).hasSize(1);
    assertThat(outcome.reasons().getFirst()).startsWith("`v` (" + type.split("\\(")[0]);
    assertThat(outcome.reasons().getFirst()).endsWith(": " + reason);
  }

  @Test
  void aFieldThatIsMissingTakesTheDefault() throws UnavailableException {
    var table = table("id Int32, a Int32 DEFAULT id * 2, b String, c Int32 MATERIALIZED id + 1");
    var outcome = write(table, "{\"id\":1}", "{\"id\":2,\"a\":null}", "{\"id\":3,\"c\":3}");
    assertThat(outcome.reasons()).hasSize(1);
    assertThat(outcome.reasons().getFirst()).contains("`c`", "generated column");
    assertThat(ClickhouseSite.server().run("SELECT id, a, b, c FROM " + table.quoted()))
        .isEqualTo("1\t2\t\t2\n2\t4\t\t3\n");
  }

  @Test
  void aTypeWithoutAFormIsRefusedWhereAValueComes() throws UnavailableException {
    var table = table("id Int32, state AggregateFunction(sum, Int32)");
    var outcome = write(table, "{\"id\":1}", "{\"id\":2,\"state\":3}");
    assertThat(outcome.reasons())
        .containsExactly(
            "`state` (AggregateFunction(sum, Int32)): columns of this type cannot be written."
                + " Take the field out");
    assertThat(table.ids()).containsExactly(1);
  }

  @Test
  void twoBatchesOfTheSameRowsAreBothThere() throws UnavailableException {
    var name = Servers.freshName("types");
    var quoted = ClickhouseSite.inDatabase(name);
    ClickhouseSite.table(quoted, java.util.List.of(), "id Int32", "MergeTree ORDER BY tuple()");
    var table =
        new TableTarget(name, quoted, ClickhouseSite.connectionString(), TableTarget.AS_WRITTEN);
    try (var route = new SinkRoute("clickhouse", table).open()) {
      for (int i = 0; i < 2; i++) {
        assertThat(route.write(Records.messages("{\"id\":1}")).failure()).isEmpty();
      }
    }
    assertThat(table.ids()).containsExactly(1, 1);
  }

  @Test
  void rowsOfTooManyPartitionsAreWrittenInSeveralInserts() throws UnavailableException {
    var name = Servers.freshName("types");
    var quoted = ClickhouseSite.inDatabase(name);
    ClickhouseSite.server()
        .run(
            "CREATE TABLE "
                + quoted
                + " (id Int32) ENGINE = MergeTree PARTITION BY id ORDER BY tuple()");
    var table = new TableTarget(name, quoted, ClickhouseSite.connectionString(), "ORDER BY id");
    var bodies = IntStream.range(0, 250).mapToObj("{\"id\":%d}"::formatted);
    assertThat(write(table, bodies.toArray(String[]::new)).failure()).isEmpty();
    assertThat(table.ids()).hasSize(250);
  }

  @Test
  void compressedRowsAreTheSame() throws UnavailableException {
    var table = table("id Int32");
    var packed =
        new TableTarget(
            table.name(), table.quoted(), table.connection() + "?compress=gzip", table.order());
    var bodies = Stream.of("{\"id\":1}", "{\"id\":2}");
    assertThat(write(packed, bodies.toArray(String[]::new)).failure()).isEmpty();
    assertThat(table.ids()).containsExactly(1, 2);
  }
}
