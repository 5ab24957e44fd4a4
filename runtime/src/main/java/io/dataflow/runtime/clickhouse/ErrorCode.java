package io.dataflow.runtime.clickhouse;

import io.dataflow.runtime.connector.ErrorType;
import io.dataflow.runtime.connector.jdbc.SqlFault;
import java.util.Set;

/// What ClickHouse's error codes mean for a flow.
public final class ErrorCode {
  /// The table is not there.
  public static final int UNKNOWN_TABLE = 60;

  /// The database is not there.
  public static final int UNKNOWN_DATABASE = 81;

  /// The user may not do it.
  public static final int ACCESS_DENIED = 497;

  /// A rule of the table forbids a row.
  public static final int VIOLATED_CONSTRAINT = 469;

  /// The INSERT has created more parts than the table takes, or rows for too many partitions.
  static final int TOO_MANY_PARTS = 252;

  /// Refused user or password.
  private static final Set<Integer> LOGIN = Set.of(192, 193, 194, 516);

  /// Busy, out of memory or disk, without its replicas or its Keeper, stopping, or too slow.
  private static final Set<Integer> WORLD =
      Set.of(
          3, 24, 95, 96, 159, 160, 198, 201, 202, 203, 209, 210, 225, 236, 241, 242, 243, 252, 285,
          286, 297, 319, 335, 364, 394, 410, 425, 439, 499, 574, 692, 723, 745, 999);

  /// A table or a column is not what it was.
  private static final Set<Integer> STALE = Set.of(10, 16, 20, 26, 33, 44, 47, 53, 117, 386);

  private static final Set<Integer> SETUP = Set.of(60, 81, 115, 164, 452, 497);

  private ErrorCode() {}

  /// Whether user or password are refused.
  public static boolean isLogin(int code) {
    return LOGIN.contains(code);
  }

  /// The class of an error that is the world's.
  public static ErrorType type(int code) {
    return switch (code) {
      case 159, 160, 209 -> ErrorType.TIMEOUT;
      case 95, 96, 210 -> ErrorType.CONNECTION_ERROR;
      default -> ErrorType.TRANSIENT;
    };
  }

  static SqlFault fault(int code, int status, String words) {
    if (code == 0) {
      // Something between here and the server has answered, or something else than ClickHouse.
      return status >= 500 || status == 408 || status == 429
          ? SqlFault.UNAVAILABLE
          : SqlFault.SETUP;
    }
    if (code == VIOLATED_CONSTRAINT) {
      return SqlFault.RECORD;
    }
    if (code == TOO_MANY_PARTS && words.contains("partitions for single INSERT")) {
      // Not the merges' delay: fewer rows at a time have fewer partitions.
      return SqlFault.SUSPECT;
    }
    if (WORLD.contains(code)) {
      return SqlFault.UNAVAILABLE;
    }
    if (STALE.contains(code)) {
      return SqlFault.STALE;
    }
    return SETUP.contains(code) || isLogin(code) ? SqlFault.SETUP : SqlFault.SUSPECT;
  }
}
