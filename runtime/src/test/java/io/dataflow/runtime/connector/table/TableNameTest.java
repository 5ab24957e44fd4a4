package io.dataflow.runtime.connector.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.runtime.connector.FlowException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "orders            | \"orders\"              | orders",
        "public.orders     | \"public\".\"orders\"   | public.orders",
        "Shop.Orders       | \"Shop\".\"Orders\"     | \"Shop\".\"Orders\"",
        "order             | \"order\"               | \"order\"",
        "\"a.b\".\"c\"     | \"a.b\".\"c\"           | \"a.b\".c",
        "\"say \"\"hi\"\"\"| \"say \"\"hi\"\"\"      | \"say \"\"hi\"\"\"",
        "my table          | \"my table\"            | \"my table\"",
        "a\"; DROP TABLE b; --\" | \"a; DROP TABLE b; --\" | \"a; DROP TABLE b; --\"",
      })
  void readsAndQuotesNames(String text, String quoted, String readable) {
    assertThat(TableName.parse(text).quoted()).isEqualTo(quoted);
    assertThat(TableName.parse(text)).hasToString(readable);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "a.", ".a", "a.b.c", "\"a", "\"\""})
  void refusesWhatIsNoName(String text) {
    assertThatThrownBy(() -> TableName.parse(text))
        .isInstanceOf(FlowException.class)
        .hasMessageStartingWith("table: `" + text + "` is no name of a table.");
  }

  @Test
  void foldsOnlyWhatIsNotQuoted() {
    assertThat(TableName.parse("Shop.Orders").folded()).hasToString("shop.orders");
    assertThat(TableName.parse("\"Orders\"").folded()).hasToString("\"Orders\"");
  }
}
