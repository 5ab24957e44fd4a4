package io.dataflow.runtime.postgresql.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.polling.sql.QueryRelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresqlQueryTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '^',
      textBlock =
          """
          SELECT a ? 'x'                     → SELECT a ?? 'x'
          SELECT a ?| b, c ?& d              → SELECT a ??| b, c ??& d
          SELECT '?;' , "?;"                 → SELECT '?;' , "?;"
          SELECT 'it''s ?' ? 'b'             → SELECT 'it''s ?' ?? 'b'
          SELECT E'it\\'s ?' ? 'b'           → SELECT E'it\\'s ?' ?? 'b'
          SELECT $$ ? ; $$, $x$ ? $$ ; $x$   → SELECT $$ ? ; $$, $x$ ? $$ ; $x$
          SELECT 1 /* ? ; */ - 2 / 3         → SELECT 1 /* ? ; */ - 2 / 3
          SELECT 1 -- ? ;                    → SELECT 1 -- ? ;
          SELECT 1;                          → SELECT 1
          SELECT 1 ; ; /* end */             → SELECT 1 /* end */
          """)
  void leavesOperatorsTextsAndCommentsAsTheyAre(String sql, String statement) {
    assertThat(PostgresqlQuery.statement(sql).strip().replaceAll("\\s+", " "))
        .isEqualTo(statement.strip().replaceAll("\\s+", " "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT 1; SELECT 2", "SELECT 1; ' '", "; DROP TABLE orders"})
  void refusesMoreThanOneStatement(String sql) {
    assertThatThrownBy(() -> PostgresqlQuery.statement(sql))
        .isInstanceOf(FlowException.class)
        .hasMessageContaining("Write one SELECT statement");
  }

  @Test
  void endsACommentBeforeWhatStandsBehindTheQuery() {
    var dialect = PostgresqlSourceDialect.of(Database.fresh().source().table("orders").build());
    assertThat(new QueryRelation("SELECT 1 -- one", dialect).from())
        .isEqualTo("(\nSELECT 1 -- one\n)");
  }
}
