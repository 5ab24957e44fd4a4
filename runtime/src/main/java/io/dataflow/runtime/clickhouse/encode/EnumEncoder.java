package io.dataflow.runtime.clickhouse.encode;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.connector.table.value.JsonValue;
import java.math.BigDecimal;
import java.util.Map;

/// Enum8 and Enum16, by name or by number.
record EnumEncoder(int width, Map<String, Integer> numbers) implements ValueEncoder {
  @Override
  public void encode(byte[] json, int start, int end, Bytes out) {
    Integer number;
    if (JsonValue.isText(json, start)) {
      number = numbers.get(JsonValue.text(json, start, end));
    } else {
      var given = JsonValue.number(json, start, end);
      number =
          numbers.values().stream()
              .filter(each -> BigDecimal.valueOf(each).compareTo(given) == 0)
              .findFirst()
              .orElse(null);
    }
    if (number == null) {
      throw new RecordException("the value is none of the enum's");
    }
    RowBinary.putWhole(number, width, out);
  }
}
