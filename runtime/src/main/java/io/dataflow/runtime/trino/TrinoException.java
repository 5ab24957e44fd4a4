package io.dataflow.runtime.trino;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonObject;
import io.dataflow.runtime.connector.jdbc.SqlFault;

/// What Trino has answered in place of a result.
public final class TrinoException extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;
  private final int status;
  private final int code;
  private final String name;
  private final String type;
  private final String words;

  private TrinoException(int status, int code, String name, String type, String words) {
    super(code == 0 ? "HTTP " + status : "Trino: " + code + " " + name, null, false, false);
    this.status = status;
    this.code = code;
    this.name = name;
    this.type = type;
    this.words = words;
  }

  /// Something on the way to Trino has answered, or Trino before it has read a statement.
  static TrinoException ofHttp(int status) {
    return new TrinoException(status, 0, "", "", "");
  }

  static TrinoException of(JsonObject error) {
    return new TrinoException(
        200,
        Integer.parseInt(text(error, "errorCode")),
        text(error, "errorName"),
        text(error, "errorType"),
        text(error, "message"));
  }

  private static String text(JsonObject error, String field) {
    return error.get(field).map(Json::text).orElse("");
  }

  /// Whose fault it is.
  public SqlFault fault() {
    return code == 0 ? ErrorName.ofHttp(status) : ErrorName.fault(name, type, words);
  }

  /// Whether the server does not know the statement any more.
  public boolean isForgotten() {
    return code == 0 && (status == NOT_FOUND || status == GONE);
  }

  /// Of HTTP.
  public int status() {
    return status;
  }

  /// The error's name: `TABLE_NOT_FOUND`; empty when it is not of a statement.
  public String name() {
    return name;
  }

  /// Name and number, which hold no value of any record.
  public String label() {
    return code == 0 ? "HTTP " + status : name + " (" + code + ")";
  }

  /// The server's own words. Those about a write may hold values of records.
  public String words() {
    return words.isEmpty() ? label() : words;
  }
}
