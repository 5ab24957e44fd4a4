package io.dataflow.runtime.clickhouse;

import io.dataflow.runtime.connector.jdbc.SqlFault;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What ClickHouse has answered in place of a result.
public final class ServerException extends Exception {
  private static final long serialVersionUID = 1L;
  private static final Pattern ERROR =
      Pattern.compile(
          "Code: (\\d+)\\. DB::Exception: (.*?)(?:\\(([A-Z0-9_]+)\\))?\\s*"
              + "(?:\\(version [^)]*\\))?\\s*$",
          Pattern.DOTALL);
  private final int status;
  private final int code;
  private final String name;
  private final String words;

  /// @param status of HTTP
  /// @param code of the error; 0 when it is not ClickHouse that has answered
  /// @param body of the answer, or its end
  ServerException(int status, int code, String body) {
    this(status, code, ERROR.matcher(body));
  }

  private ServerException(int status, int code, Matcher error) {
    super("ClickHouse: HTTP " + status + ", code " + code, null, false, false);
    boolean found = error.find();
    this.status = status;
    this.code = code == 0 && found ? Integer.parseInt(error.group(1)) : code;
    this.name = found && error.group(3) != null ? error.group(3) : "";
    this.words = found ? error.group(2).strip() : "";
  }

  /// Whose fault it is.
  public SqlFault fault() {
    return ErrorCode.fault(code, status, words);
  }

  /// The number of the error; 0 when it is not ClickHouse that has answered.
  public int code() {
    return code;
  }

  /// Number and name, which hold no value of any record: `241 MEMORY_LIMIT_EXCEEDED`.
  public String label() {
    return code == 0 ? "HTTP " + status : (code + " " + name).strip();
  }

  /// The server's own words. Those about an INSERT may hold values of records.
  public String words() {
    return words.isEmpty() ? label() : words;
  }
}
