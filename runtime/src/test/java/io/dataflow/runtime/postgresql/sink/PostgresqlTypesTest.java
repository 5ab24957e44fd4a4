package io.dataflow.runtime.postgresql.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.testbed.Servers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresqlTypesTest {
  private static final Database DATABASE = Database.fresh();

  static {
    DATABASE.run("CREATE TYPE mood AS ENUM ('sad', 'happy')");
    DATABASE.run("CREATE DOMAIN amount AS numeric(12, 2) CHECK (value >= 0)");
    DATABASE.run("CREATE DOMAIN moment AS timestamptz");
    DATABASE.run("CREATE TYPE pair AS (a int, b text)");
  }

  /// What the column holds afterwards, as PostgreSQL prints it. In both columns a single quote
  /// stands for a double one, `~` for a backslash, and JSON's escapes for what cannot be seen.
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "text        | 'plain'                        | plain",
        "text        | 'a~tb~nc~rd~~e~'f~/g'          | a~tb~nc~rd~~e~'f/g",
        "text        | '~b~f~u0001~u00e9~ud83d~ude00' | ~b~f~u0001é😀",
        "text        | '~u005c~u000a.'                | ~~~n.",
        "text        | '~~N'                          | ~~N",
        "text        | '~~.'                          | ~~.",
        "text        | ''                             | EMPTY",
        "text        | 'Zoë 😀'                       | Zoë 😀",
        "text        | 12345678901234567890.10        | 12345678901234567890.10",
        "text        | true                           | true",
        "text        | {'a': [1, 'x~n~u0000']}        | {~'a~': [1, ~'x~~n~~u0000~']}",
        "text        | null                           | NULL",
        "varchar(3)  | 'abc'                          | abc",
        "char(3)     | 'a'                            | a",
        "smallint    | 32767                          | 32767",
        "integer     | -5.0                           | -5",
        "integer     | 1e3                            | 1000",
        "integer     | '42'                           | 42",
        "integer     | -0.0                           | 0",
        "bigint      | 9223372036854775807            | 9223372036854775807",
        "bigint      | 9007199254740993               | 9007199254740993",
        "bigint      | 9.223372036854775807E18        | 9223372036854775807",
        "numeric     | 0.1000000000000000000000000001 | 0.1000000000000000000000000001",
        "numeric     | 123456789012345678901234567890 | 123456789012345678901234567890",
        "numeric     | '7.10'                         | 7.10",
        "numeric     | 1e30                           | 1000000000000000000000000000000",
        "amount      | 12.345                         | 12.35",
        "real        | 1.5                            | 1.5",
        "float8      | 0.1                            | 0.1",
        "float8      | 1e308                          | 1e+308",
        "float8      | 'NaN'                          | NaN",
        "boolean     | true                           | true",
        "boolean     | false                          | false",
        "boolean     | 'yes'                          | true",
        "boolean     | 1                              | true",
        "uuid        | '6F9619FF-8B86-D011-B42D-00C04FC964FF' |"
            + " 6f9619ff-8b86-d011-b42d-00c04fc964ff",
        "json        | {'b':1.0,  'a':'~n~~ ~u0041'}  | {~'b~':1.0,  ~'a~':~'~~n~~~~ ~~u0041~'}",
        "jsonb       | {'b': 1.00, 'a': [null, 'x']}  | {~'a~': [null, ~'x~'], ~'b~': 1.00}",
        "jsonb       | 'text'                         | ~'text~'",
        "jsonb       | null                           | NULL",
        "timestamptz | '2026-01-31T12:00:00+01:00'    | 2026-01-31 11:00:00+00",
        "timestamptz | '2026-01-31T12:00:00.123456Z'  | 2026-01-31 12:00:00.123456+00",
        "timestamptz | '2026-01-31 12:00'             | 2026-01-31 12:00:00+00",
        "timestamptz | 1769860800                     | 2026-01-31 12:00:00+00",
        "timestamptz | 1769860800.5                   | 2026-01-31 12:00:00.5+00",
        "timestamptz | 1769860800123                  | 2026-01-31 12:00:00.123+00",
        "timestamptz | 1769860800123.456              | 2026-01-31 12:00:00.123456+00",
        "timestamptz | 1.769860800123e12              | 2026-01-31 12:00:00.123+00",
        "timestamptz | -1                             | 1969-12-31 23:59:59+00",
        "timestamptz | 0                              | 1970-01-01 00:00:00+00",
        "timestamptz | 'infinity'                     | infinity",
        "moment      | 1769860800                     | 2026-01-31 12:00:00+00",
        "timestamp   | '2026-01-31T12:00:00'          | 2026-01-31 12:00:00",
        "timestamp   | '2026-01-31T12:00:00Z'         | 2026-01-31 12:00:00",
        "timestamp   | '2026-01-31T00:30:00.5+01:00'  | 2026-01-30 23:30:00.5",
        "timestamp   | '2026-01-31 12:00:00-0530'     | 2026-01-31 17:30:00",
        "timestamp   | 1769860800000                  | 2026-01-31 12:00:00",
        "date        | '2026-01-31'                   | 2026-01-31",
        "date        | 1769860800                     | 2026-01-31",
        "time        | '12:30:15.5'                   | 12:30:15.5",
        "timetz      | '12:30:15+02'                  | 12:30:15+02",
        "interval    | 'P1DT2H'                       | 1 day 02:00:00",
        "bytea       | '~~x00ffAB'                    | ~~x00ffab",
        "bytea       | 'AP+r'                         | ~~x00ffab",
        "bytea       | 'AP-r'                         | ~~x00ffab",
        "bytea       | 'AA'                           | ~~x00",
        "bytea       | ''                             | ~~x",
        "inet        | '10.0.0.1'                     | 10.0.0.1/32",
        "mood        | 'happy'                        | happy",
        "pair        | '(1,x)'                        | (1,x)",
        "int4range   | '[1,5)'                        | [1,5)",
        "bit(3)      | '101'                          | 101",
        "int[]       | [1, null, 3.0]                 | {1,NULL,3}",
        "int[]       | []                             | {}",
        "int[]       | '{4,5}'                        | {4,5}",
        "int[]       | [[1, 2], [3, 4]]               | {{1,2},{3,4}}",
        "text[]      | ['a', 'b c', '', 'NULL', null] | {a,~'b c~',~'~',~'NULL~',NULL}",
        "text[]      | ['q~'', 'b~~', 'n~nt~t', '{,}']| {~'q~~~'~',~'b~~~~~',~'n~nt~t~',~'{,}~'}",
        "text[]      | [{'k': '~~'}]                  | {~'{~~~'k~~~': ~~~'~~~~~~~~~~~'}~'}",
        "jsonb[]     | [{'a': 'x~'y'}, [1], null]     | {~'{~~~'a~~~':"
            + " ~~~'x~~~~~~~'y~~~'}~',[1],NULL}",
        "timestamptz[] | [0]                          | {~'1970-01-01 00:00:00+00~'}",
        "bytea[]     | ['AA==']                       | {~'~~~~x00~'}",
        "moment[]    | [0]                            | {~'1970-01-01 00:00:00+00~'}",
      })
  void writesAValueOfTheType(String type, String value, String held) {
    var table = Servers.freshName("typed");
    DATABASE.run("CREATE TABLE " + table + " (v " + type + ")");
    var body = ("{'v': " + value + "}").replace('\'', '"').replace('~', '\\');
    assertThat(Written.by(DATABASE.insert(table), body).reasons()).isEmpty();
    var json = "to_json(nullif(coalesce(v::text, 'NULL'), ''))::text";
    var actual = DATABASE.value("SELECT coalesce(" + json + ", 'EMPTY') FROM " + table);
    assertThat(actual.replaceAll("^\"|\"$", "").replace('"', '\'').replace('\\', '~'))
        .isEqualTo(held);
  }

  @Test
  void takesTimesWithoutAZoneForUtcWhateverTheServerThinks() {
    DATABASE.run("CREATE TABLE zoned (at timestamptz)");
    DATABASE.run("ALTER DATABASE " + DATABASE.name() + " SET timezone = 'Asia/Tokyo'");
    Written.by(DATABASE.insert("zoned"), "{'at': '2026-01-31T12:00:00'}");
    assertThat(DATABASE.value("SELECT at AT TIME ZONE 'UTC' FROM zoned"))
        .isEqualTo("2026-01-31 12:00:00");
    DATABASE.run("ALTER DATABASE " + DATABASE.name() + " RESET timezone");
  }

  @Test
  void writesValuesOfEightMegabytes() {
    DATABASE.run("CREATE TABLE huge (id int, t text, j jsonb, b bytea)");
    var text = "x\\n".repeat(4_000_000);
    var base64 = "AAAA".repeat(2_000_000);
    var written =
        Written.by(
            DATABASE.insert("huge"),
            "{'id': 0, 't': 'small'}",
            "{'id': 1, 't': '" + text + "', 'j': ['" + text + "'], 'b': '" + base64 + "'}",
            "{'id': 2, 't': 'small'}");
    assertThat(written.reasons()).isEmpty();
    assertThat(
            DATABASE.rows("SELECT id, length(t), length(j ->> 0), length(b) FROM huge ORDER BY id"))
        .containsExactly("0|5|null|null", "1|8000000|8000000|6000000", "2|5|null|null");
  }
}
