package io.dataflow.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.json.Json;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class OrdersTest {
  @Test
  void anOrderIsAFunctionOfItsNumber() {
    assertThat(order(17)).isEqualTo(order(17)).isNotEqualTo(order(18));
    assertThat(order(17)).startsWith("{\"id\":17,\"placed_at\":\"2026-03-01T08:00:00Z\",");
  }

  @Test
  void whatIsNotBrokenIsJson() {
    LongStream.range(0, 20_000)
        .filter(number -> Orders.kind(number) != OrderKind.NOT_JSON)
        .forEach(number -> assertThat(Json.parse(order(number).getBytes())).isNotNull());
  }

  @Test
  void theFourWaysToBeBrokenTakeTurns() {
    assertThat(LongStream.of(2500, 7500, 12500, 17500).mapToObj(Orders::kind))
        .containsExactly(
            OrderKind.NOT_JSON,
            OrderKind.WORD_FOR_NUMBER,
            OrderKind.NUL_CHARACTER,
            OrderKind.FORBIDDEN);
    assertThat(order(2500)).isEqualTo("order=2500;status=paid;total=12.50");
    assertThat(order(7500)).contains("\"total\":\"twelve\"");
    assertThat(order(12500)).contains("\\u0000");
    assertThat(order(17500)).contains("\"quantity\":0,");
  }

  @Test
  void everyOrderHasAPlace() {
    var expected = Counts.expected(20_000);
    assertThat(Arrays.stream(Place.values()).mapToLong(expected::at).sum()).isEqualTo(20_000);
    assertThat(expected.at(Place.REJECTED_ORDERS)).isEqualTo(4);
    assertThat(expected.at(Place.LARGE_ORDERS)).isBetween(1_500L, 2_500L);
    assertThat(expected.at(Place.DROPPED)).isBetween(500L, 1_000L);
  }

  private static String order(long number) {
    var out = new Bytes(16);
    new Orders().write(number, out);
    return out.toString();
  }
}
