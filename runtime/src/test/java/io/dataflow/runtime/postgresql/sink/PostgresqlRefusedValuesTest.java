package io.dataflow.runtime.postgresql.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.testbed.Servers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresqlRefusedValuesTest {
  private static final Database DATABASE = Database.fresh();

  static {
    DATABASE.run("CREATE TYPE mood AS ENUM ('sad', 'happy')");
    DATABASE.run("CREATE DOMAIN amount AS numeric(12, 2) CHECK (value >= 0)");
  }

  /// A single quote stands for a double one, `~` for a backslash. No reason has the value.
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "text        | 'a~u0000b'      | `v` (text): the text has the character U+0000, which"
            + " PostgreSQL cannot store",
        "text        | 'a~ud800b'      | `v` (text): the text has half of a surrogate pair"
            + " (`\\ud800`), which is no character",
        "jsonb       | {'a': '~u0000'} | `v` (jsonb): the JSON has the character `\\u0000`, which"
            + " PostgreSQL cannot store",
        "json        | '~u0000'        | `v` (json): the JSON has the character `\\u0000`, which"
            + " PostgreSQL cannot store",
        "integer     | 5.5             | `v` (integer): the number is not whole",
        "bigint      | 1e1000000000    | `v` (bigint): the number is out of range",
        "bigint      | 1e99999999999   | `v` (bigint): the number is out of range",
        "time        | 5               | `v` (time without time zone): a number is no time of day;"
            + " `12:30:00` is one",
        "timestamptz | 1e18            | `v` (timestamp with time zone): the number is out of"
            + " range",
        "timestamptz | 1e15            | `v` (timestamp with time zone): the number is a time"
            + " outside of the years 1 to 9999",
        "timestamptz | true            | `v` (timestamp with time zone): the value is neither a"
            + " text nor a number",
        "timestamp   | '2026-01-31T12:00:00 +1 hour' | `v` (timestamp without time zone): the text"
            + " has an offset in a form that is not `2026-01-31T12:00:00+01:00`",
        "timestamp   | '2026-01-31 12:00 America/New_York' | `v` (timestamp without time zone): the"
            + " text has the name of a time zone, or another word that is no part of a date, and a"
            + " column without a zone would drop it. Write an offset: `2026-01-31T12:00:00+01:00`",
        "timestamp   | '2026-01-31T12:00:00 EST' | `v` (timestamp without time zone): the text has"
            + " the name of a time zone, or another word that is no part of a date, and a column"
            + " without a zone would drop it. Write an offset: `2026-01-31T12:00:00+01:00`",
        "timestamp   | 'January 31 12:00 2026 CET' | `v` (timestamp without time zone): the text"
            + " has the name of a time zone, or another word that is no part of a date, and a"
            + " column without a zone would drop it. Write an offset: `2026-01-31T12:00:00+01:00`",
        "timestamp   | '12:00:00+02 2026-01-31' | `v` (timestamp without time zone): the text has"
            + " an offset in a form that is not `2026-01-31T12:00:00+01:00`",
        "timestamp   | '2026-13-31T12:00:00+01:00' | `v` (timestamp without time zone): the text is"
            + " no date and time",
        "bytea       | 'no base64!'    | `v` (bytea): the text is neither base64 nor `\\x` and"
            + " hexadecimal digits",
        "bytea       | '~~x0'          | `v` (bytea): an odd number of hexadecimal digits",
        "bytea       | '~~x0g'         | `v` (bytea): something else than hexadecimal digits behind"
            + " the `\\x`",
        "bytea       | 5               | `v` (bytea): bytes must be a text: base64, or `\\x` and"
            + " hexadecimal digits",
        "int[]       | 5               | `v` (integer[]): the column is an array, the value is not",
        "int[]       | [[[[[[[1]]]]]]] | `v` (integer[]): the array is nested deeper than the six"
            + " levels of PostgreSQL",
        "integer     | 'secret-value'  | PostgreSQL refuses the row: invalid input syntax for type"
            + " integer (column `v` of type integer, table `TABLE`, SQLSTATE 22P02)",
        "integer     | true            | PostgreSQL refuses the row: invalid input syntax for type"
            + " integer (column `v` of type integer, table `TABLE`, SQLSTATE 22P02)",
        "integer     | 3000000000      | PostgreSQL refuses the row: value is out of range for type"
            + " integer (column `v` of type integer, table `TABLE`, SQLSTATE 22003)",
        "varchar(3)  | 'abcd'          | PostgreSQL refuses the row: value too long for type"
            + " character varying(3) (column `v` of type character varying(3), table `TABLE`,"
            + " SQLSTATE 22001)",
        "timestamptz | 'no time'       | PostgreSQL refuses the row: invalid input syntax for type"
            + " timestamp with time zone (column `v` of type timestamp with time zone, table"
            + " `TABLE`, SQLSTATE 22007)",
        "mood        | 'furious'       | PostgreSQL refuses the row: invalid input value for enum"
            + " mood (column `v` of type mood, table `TABLE`, SQLSTATE 22P02)",
        "amount      | -1              | PostgreSQL refuses the row: value for domain amount"
            + " violates check constraint \"amount_check\" (column `v` of type amount, table"
            + " `TABLE`, SQLSTATE 23514)",
        "boolean     | 2               | PostgreSQL refuses the row: invalid input syntax for type"
            + " boolean (column `v` of type boolean, table `TABLE`, SQLSTATE 22P02)",
      })
  void refusesAValueThatTheTypeCannotHold(String type, String json, String reason) {
    var table = Servers.freshName("refusing");
    DATABASE.run("CREATE TABLE " + table + " (v " + type + ")");
    var body = ("{'v': " + json + "}").replace('\'', '"').replace('~', '\\');
    // The server refuses the first one alone and leaves the others out: it says the same of all.
    var written = Written.by(DATABASE.insert(table), "{'v': null}", body, body, body);
    assertThat(written.reasons()).hasSize(3).containsOnly(reason.replace("TABLE", table));
    assertThat(DATABASE.value("SELECT count(*) FROM " + table)).isEqualTo("1");
  }
}
