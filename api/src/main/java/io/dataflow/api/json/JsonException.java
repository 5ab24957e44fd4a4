package io.dataflow.api.json;

/// Bytes that are not JSON: what is wrong and at which byte (from 0).
public final class JsonException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int offset;

  JsonException(String message, int offset) {
    // Thrown once for every record that is not JSON, so it carries no stack trace.
    super(message + " at byte " + offset, null, false, false);
    this.offset = offset;
  }

  /// The byte at which reading stopped, counted from 0.
  public int offset() {
    return offset;
  }
}
