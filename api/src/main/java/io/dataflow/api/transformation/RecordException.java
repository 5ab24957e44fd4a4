package io.dataflow.api.transformation;

/// One record's own fault: it cannot be parsed, transformed or written, and costs only itself. The
/// message says which field and why, in the words of the manifest, without the field's value.
public final class RecordException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// A fault with its reason.
  public RecordException(String message) {
    // One for each bad record, so it carries no stack trace.
    super(message, null, false, false);
  }
}
