package io.dataflow.runtime.postgresql.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.runtime.checkpoint.MemoryCheckpointStore;
import io.dataflow.runtime.connector.CheckpointStore;
import io.dataflow.testbed.Servers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTypesTest {
  private static final Database DATABASE = Database.fresh();

  /// What a database may have as its own habits must not be seen in what is read.
  @BeforeAll
  static void giveTheDatabaseOddHabits() {
    for (var habit :
        List.of(
            "TimeZone = 'Asia/Tokyo'",
            "DateStyle = 'German, DMY'",
            "IntervalStyle = 'iso_8601'",
            "bytea_output = 'escape'")) {
      DATABASE.run("ALTER DATABASE " + DATABASE.name() + " SET " + habit);
    }
    DATABASE.run("CREATE TYPE mood AS ENUM ('sad', 'happy')");
    DATABASE.run("CREATE TYPE address AS (street text, number int)");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          smallint         | -32768                                   | -32768
          bigint           | 9223372036854775807                      | 9223372036854775807
          numeric          | 12345678901234567890.123456789000        | 12345678901234567890.123456789000
          numeric(40,2)    | 0.10                                     | 0.10
          numeric          | NaN                                      | "NaN"
          numeric          | Infinity                                 | "Infinity"
          real             | 0.1                                      | 0.1
          double precision | 0.1234567890123456                       | 0.1234567890123456
          double precision | -Infinity                                | "-Infinity"
          double precision | 1e300                                    | 1e+300
          boolean          | true                                     | true
          text             | a "q" \\ ü €                             | "a \\"q\\" \\\\ ü €"
          varchar(5)       | ab                                       | "ab"
          char(4)          | ab                                       | "ab  "
          date             | 2026-01-31                               | "2026-01-31"
          date             | infinity                                 | "infinity"
          time             | 01:02:03.000004                          | "01:02:03.000004"
          timetz           | 01:02:03+05:30                           | "01:02:03+05:30"
          timestamp        | 2026-01-31 01:02:03.000004               | "2026-01-31T01:02:03.000004"
          timestamptz      | 2026-01-31 01:02:03.000004+05:45         | "2026-01-30T19:17:03.000004+00:00"
          timestamptz      | -infinity                                | "-infinity"
          interval         | 1 year 2 mons 3 days 04:05:06.000007     | "1 year 2 mons 3 days 04:05:06.000007"
          bytea            | \\x00ff10                                | "\\\\x00ff10"
          uuid             | 0189f3ab-0000-7000-8000-000000000001     | "0189f3ab-0000-7000-8000-000000000001"
          json             | {"b":1.10,  "a":[1e2], "b":null}         | {"b":1.10,  "a":[1e2], "b":null}
          jsonb            | {"b":1.10,  "a":[12345678901234567890]}  | {"a": [12345678901234567890], "b": 1.10}
          int[]            | {{1,2},{3,NULL}}                         | [[1,2],[3,null]]
          timestamptz[]    | {2026-01-31T00:00:00+01}                 | ["2026-01-30T23:00:00+00:00"]
          text[]           | {a,"b c",NULL}                           | ["a","b c",null]
          mood             | happy                                    | "happy"
          address          | (Main,12)                                | {"street":"Main","number":12}
          inet             | 10.0.0.1/8                               | "10.0.0.1/8"
          int4range        | [1,5)                                    | "[1,5)"
          xml              | <a b="1"/>                               | "<a b=\\"1\\"/>"
          bit(3)           | 101                                      | "101"
          """)
  void keepsEveryDigitAndZone(String type, String value, String json) throws Exception {
    var table = table(type);
    insert(table, 1, value);
    DATABASE.run("INSERT INTO " + table + " VALUES (2, NULL)");
    assertThat(read(DATABASE.source().table(table).tracking("id"), new MemoryCheckpointStore()))
        .containsExactly("{\"id\":1,\"v\":" + json + "}", "{\"id\":2,\"v\":null}");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bigint      | 9007199254740993          | 9007199254740994
          numeric     | 1.00000000000000000001    | 1.00000000000000000002
          real        | 0.1                       | 0.2
          date        | 2026-01-31                | 2026-02-01
          timestamp   | 2026-01-31 00:00:00.00001 | 2026-01-31 00:00:00.000011
          timestamptz | 0044-03-15 12:00:00Z BC   | 12026-01-31 00:00:00.000001Z
          timestamptz | 2026-01-31 00:00:00Z      | infinity
          time        | 00:00:00.000001           | 00:00:00.000002
          interval    | 1 hour                    | 61 minutes
          text        | a                         | ü 'q' ? ;
          varchar(9)  | a                         | b
          uuid        | 0189f3ab-0000-7000-8000-000000000001 | 0189f3ab-0000-7000-8000-000000000002
          bytea       | \\x00                     | \\xff
          inet        | 10.0.0.1                  | 10.0.0.2
          boolean     | false                     | true
          mood        | sad                       | happy
          """)
  void goesOnBehindAPositionOfAnyType(String type, String first, String second) throws Exception {
    var table = table(type);
    var checkpoints = new MemoryCheckpointStore();
    var byTime = DATABASE.source().table(table).tracking("v");
    insert(table, 1, first);
    assertThat(ids(byTime, checkpoints)).containsExactly("1");
    insert(table, 0, second);
    assertThat(ids(byTime, checkpoints)).containsExactly("0");
    assertThat(ids(byTime, checkpoints)).isEmpty();

    checkpoints.open("postgresql", Optional.of("again"));
    var byKey = DATABASE.source().table(table).tracking("v").order("v").readBatchSize(1);
    List<Integer> batches = read(byKey, checkpoints, flow -> flow.batches);
    assertThat(batches).containsExactly(1, 1);
    assertThat(read(byKey, checkpoints)).isEmpty();
  }

  private static String table(String type) {
    var name = Servers.freshName("things");
    DATABASE.run("CREATE TABLE " + name + " (id int, v " + type + ")");
    return name;
  }

  private static void insert(String table, int id, String value) {
    DATABASE.run("INSERT INTO %s VALUES (%d, $v$%s$v$)".formatted(table, id, value));
  }

  /// The rows that a source reads from the stored position on; all of them are acknowledged.
  private static List<String> read(Database.SourceBuilder source, CheckpointStore checkpoints)
      throws Exception {
    return read(source, checkpoints, SourceFlow::bodies);
  }

  private static <T> T read(
      Database.SourceBuilder source, CheckpointStore checkpoints, Function<SourceFlow, T> result)
      throws Exception {
    try (var flow = new SourceFlow(source.settleTime(Duration.ZERO).build(), checkpoints).start()) {
      return result.apply(flow.untilIdle());
    }
  }

  private static List<String> ids(Database.SourceBuilder source, CheckpointStore checkpoints)
      throws Exception {
    return read(source, checkpoints, flow -> flow.field("id"));
  }
}
