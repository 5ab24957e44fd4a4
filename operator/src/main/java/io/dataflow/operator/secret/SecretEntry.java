package io.dataflow.operator.secret;

import java.util.List;

/// One value of a Secret. It prints without the value.
public record SecretEntry(String namespace, String name, String key, String value) {
  /// Shorter values are words that stand in any message.
  private static final int TELLING = 5;

  /// A message without these values, should any have got into it.
  public static String hidden(List<SecretEntry> secrets, String message) {
    var text = message;
    for (var secret : secrets) {
      text = secret.value().length() < TELLING ? text : text.replace(secret.value(), "***");
    }
    return text;
  }

  @Override
  public String toString() {
    return namespace + "/" + name + "/" + key;
  }
}
