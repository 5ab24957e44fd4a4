package io.dataflow.api.model.yaml;

/// The text cannot be read as YAML any further. The message says where and why, never what stands
/// there: it may be a secret.
final class YamlSyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  YamlSyntaxException(String message) {
    // It never leaves the reader, which makes a problem of it.
    super(message, null, false, false);
  }
}
