package io.dataflow.operator.secret;

import java.util.List;

/// One value of a Secret. It prints without the value.
public record SecretEntry(String namespace, String name, String key, String value) {
  /// Shorter values are words that stand in any message.
  private static final int MIN_REDACTED_LENGTH = 5;

  /// A message without these values, should any have got into it.
  public static String redacted(List<SecretEntry> secrets, String message) {
    var text = message;
    for (var secret : secrets) {
      text =
          secret.value().length() < MIN_REDACTED_LENGTH
              ? text
              : text.replace(secret.value(), "***");
    }
    return text;
  }

  @Override
  public String toString() {
    return namespace + "/" + name + "/" + key;
  }
}
