package io.dataflow.operator;

/// A setting that cannot be meant; its text names it and says what can.
final class SettingException extends RuntimeException {
  private static final long serialVersionUID = 1;

  SettingException(String message) {
    super(message);
  }

  SettingException(String message, Throwable cause) {
    super(message, cause);
  }
}
