package io.dataflow.runtime.trino;

import io.dataflow.runtime.connector.jdbc.SqlFault;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// What Trino's errors mean for a flow.
public final class ErrorName {
  /// The statement has more characters than the server takes.
  public static final String TOO_LONG = "QUERY_TEXT_TOO_LARGE";

  /// A rule of the table forbids a row.
  public static final String VIOLATED_CONSTRAINT = "CONSTRAINT_VIOLATION";

  /// The table is not there.
  public static final String NO_TABLE = "TABLE_NOT_FOUND";

  private static final Set<String> SETUP =
      Set.of(
          NO_TABLE,
          "SCHEMA_NOT_FOUND",
          "CATALOG_NOT_FOUND",
          "MISSING_CATALOG_NAME",
          "MISSING_SCHEMA_NAME",
          "PERMISSION_DENIED",
          "NOT_SUPPORTED",
          "INVALID_VIEW",
          "TABLE_HAS_NO_COLUMNS",
          "CATALOG_UNAVAILABLE");

  /// A table or a column is not what it was.
  private static final Set<String> STALE =
      Set.of(
          "COLUMN_NOT_FOUND",
          "TYPE_MISMATCH",
          "MISMATCHED_COLUMN_ALIASES",
          "DUPLICATE_COLUMN_NAME",
          "NOT_NULL_COLUMN_MISSING_DEFAULT",
          "COLUMN_TYPE_UNKNOWN");

  /// Ended by somebody or something else; another writer's commit came before.
  private static final Set<String> AGAIN =
      Set.of(
          "USER_CANCELED",
          "ADMINISTRATIVELY_KILLED",
          "ADMINISTRATIVELY_PREEMPTED",
          "ABANDONED_QUERY",
          "ABANDONED_TASK",
          "TRANSACTION_CONFLICT",
          "QUERY_REJECTED",
          "CLUSTER_OUT_OF_MEMORY",
          "TOO_MANY_REQUESTS_FAILED",
          "PAGE_TRANSPORT_ERROR",
          "PAGE_TRANSPORT_TIMEOUT",
          "REMOTE_TASK_ERROR",
          "REMOTE_TASK_FAILED",
          "REMOTE_TASK_MISMATCH",
          "REMOTE_HOST_GONE",
          "NO_NODES_AVAILABLE",
          "SERVER_SHUTTING_DOWN",
          "SERVER_STARTING_UP");

  /// What errors of catalogs have in their names when what is behind them is away.
  private static final String BEHIND =
      ".*(COMMIT_ERROR|CATALOG_ERROR|METASTORE_ERROR|METASTORE_TIMEOUT|FILESYSTEM_ERROR"
          + "|CANNOT_OPEN|CURSOR_ERROR|WRITER_OPEN_ERROR|WRITER_CLOSE_ERROR|CONNECTION_ERROR"
          + "|UNAVAILABLE).*";

  private ErrorName() {}

  static SqlFault ofHttp(int status) {
    boolean away = status >= 500 || status == 408 || status == 429;
    return away ? SqlFault.UNAVAILABLE : SqlFault.SETUP;
  }

  static SqlFault fault(String name, String type, String words) {
    if (name.equals(VIOLATED_CONSTRAINT)) {
      return SqlFault.RECORD;
    }
    if (SETUP.contains(name)) {
      return SqlFault.SETUP;
    }
    if (STALE.contains(name)) {
      return SqlFault.STALE;
    }
    boolean away =
        AGAIN.contains(name)
            || type.equals("INSUFFICIENT_RESOURCES")
            || type.equals("EXTERNAL") && name.matches(BEHIND)
            || saysThatItMayPass(words);
    return away ? SqlFault.UNAVAILABLE : SqlFault.SUSPECT;
  }

  private static boolean saysThatItMayPass(String words) {
    var lower = words.toLowerCase(Locale.ROOT);
    return Stream.of(
            "retry your query",
            "too many errors talking to a worker node",
            "connect timeout",
            "under too much load",
            "the node may have crashed")
        .anyMatch(lower::contains);
  }
}
