package io.dataflow.runtime.postgresql.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.runtime.connector.polling.sql.TableRelation;
import io.dataflow.runtime.connector.polling.sql.TupleComparison;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresqlSourceDialectTest {
  private final Database database = Database.fresh();
  private final PostgresqlSourceDialect dialect =
      PostgresqlSourceDialect.of(database.source().table("orders").build());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          orders                      | "orders"
          public.Orders               | "public"."Orders"
          "a.b"."c \""d"               | "a.b"."c \""d"
          orders; DROP TABLE x --     | "orders; DROP TABLE x --"
          """)
  void quotesEachPartOfAName(String text, String quoted) {
    assertThat(new TableRelation(text, dialect).from()).isEqualTo(quoted);
  }

  @Test
  void comparesRowsAsWholesOrColumnByColumnWithTheSameResult() throws SQLException {
    var names = List.of("a", "b", "c");
    var parameters = List.of("?::int", "?::int", "?::int");
    for (var position : List.of(List.of("1", "1", "0"), List.of("0", "1", "1"))) {
      var whole = TupleComparison.ofRows(names, parameters);
      assertThat(behind(TupleComparison.expanded(names, parameters), position))
          .isEqualTo(behind(whole, position))
          .isNotEmpty();
    }
    assertThat(TupleComparison.expanded(List.of("a", "b"), List.of("?", "?")))
        .isEqualTo(new TupleComparison("(a > ? OR a = ? AND b > ?)", List.of(0, 0, 1)));
  }

  /// The triples of 0 and 1 for which the condition holds.
  private List<String> behind(TupleComparison condition, List<String> position)
      throws SQLException {
    var sql =
        "SELECT concat(a, b, c) FROM generate_series(0, 1) a, generate_series(0, 1) b,"
            + " generate_series(0, 1) c WHERE "
            + condition.sql()
            + " ORDER BY 1";
    var rows = new ArrayList<String>();
    try (var connection = dialect.connect();
        var statement = connection.prepareStatement(sql)) {
      var values = condition.values(position);
      for (int i = 0; i < values.size(); i++) {
        statement.setString(i + 1, values.get(i));
      }
      try (var result = statement.executeQuery()) {
        while (result.next()) {
          rows.add(result.getString(1));
        }
      }
    }
    return rows;
  }
}
