package io.dataflow.api.connector.option;

import io.dataflow.api.message.Message;
import io.dataflow.api.model.Doc;
import java.util.Optional;

/// What becomes the key of a record: what a path leads to, or a text with places to fill in.
@Doc(
    value = "a path, or a text with `${<path>}` and `${metadata.<key>}`",
    example = "$.customer.id")
public record MessageKey(Template template) {

  /// Reads it.
  ///
  /// @throws IllegalArgumentException when a path in it is none
  public static MessageKey parse(String text) {
    return new MessageKey(Template.isOne(text) ? Template.parse(text) : Template.field(text));
  }

  /// The key for a message, as text in UTF-8; empty when what it is made of is missing or `null`.
  public Optional<byte[]> of(Message message) {
    return template.of(message);
  }

  /// The text as it was written.
  @Override
  public String toString() {
    return template.toString();
  }
}
