package io.dataflow.api.transformation.option;

/// A value that an option cannot work on. The message says why in words that follow `it is`,
/// without the value.
public final class MisfitException extends Exception {
  private static final long serialVersionUID = 1L;

  MisfitException(String what) {
    // One for each bad record, so it carries no stack trace.
    super(what, null, false, false);
  }
}
