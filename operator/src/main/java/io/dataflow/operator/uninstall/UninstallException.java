package io.dataflow.operator.uninstall;

/// An uninstallation that could not be carried out; its text says what is left to do by hand.
public final class UninstallException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UninstallException(String message) {
    super(message);
  }
}
