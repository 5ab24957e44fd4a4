package io.dataflow.kubernetes.settings;

/// A setting that cannot be meant; its text names it and says what can.
public final class SettingException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// @param message names the setting and says what it can be
  public SettingException(String message) {
    super(message);
  }

  /// @param message names the setting and says what it can be
  public SettingException(String message, Throwable cause) {
    super(message, cause);
  }
}
