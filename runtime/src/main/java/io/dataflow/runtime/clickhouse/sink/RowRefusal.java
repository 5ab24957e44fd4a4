package io.dataflow.runtime.clickhouse.sink;

import io.dataflow.runtime.clickhouse.ErrorCode;
import io.dataflow.runtime.clickhouse.ServerException;
import io.dataflow.runtime.connector.ErrorType;
import io.dataflow.runtime.connector.batch.PartRefusedException;
import io.dataflow.runtime.connector.batch.Refusal;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the server's refusal of an INSERT says of its rows, without their values.
record RowRefusal(ServerException failure) {
  private static final Pattern RULE =
      Pattern.compile("^Constraint (`[^`]{1,100}`).{1,400}? is violated at row (\\d{1,9})\\.");

  PartRefusedException of(EncodedRows rows) {
    var rule = RULE.matcher(failure.words());
    if (failure.code() != ErrorCode.VIOLATED_CONSTRAINT) {
      var reason = "ClickHouse refuses the row: " + failure.label();
      return refused(new Refusal(reason, ErrorType.INVALID_DATA, true), OptionalInt.empty());
    }
    boolean told = rule.find();
    var reason =
        told
            ? "the constraint %s of the table forbids the row".formatted(rule.group(1))
            : "a constraint of the table forbids the row";
    return refused(
        new Refusal(reason, ErrorType.CONSTRAINT_VIOLATION, false),
        told ? culprit(rule, rows) : OptionalInt.empty());
  }

  private static PartRefusedException refused(Refusal refusal, OptionalInt culprit) {
    return new PartRefusedException(refusal, culprit, false);
  }

  /// The server counts the rows of its block from 1.
  private static OptionalInt culprit(Matcher rule, EncodedRows rows) {
    int row = Integer.parseInt(rule.group(2)) - 1;
    return row >= 0 && row < rows.count() ? OptionalInt.of(rows.message(row)) : OptionalInt.empty();
  }
}
