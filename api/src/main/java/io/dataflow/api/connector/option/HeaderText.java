package io.dataflow.api.connector.option;

import io.dataflow.api.message.Message;
import io.dataflow.api.model.Doc;
import java.util.Optional;

/// What a header of a record says: a text, what a path leads to, or a text with places to fill in.
@Doc(
    value = "a text, `$.<path>`, or a text with `${<path>}` and `${metadata.<key>}`",
    example = "$.tenant")
public record HeaderText(Template template) {

  /// Reads it.
  ///
  /// @throws IllegalArgumentException when a path in it is none
  public static HeaderText parse(String text) {
    if (Template.isOne(text)) {
      return new HeaderText(Template.parse(text));
    }
    boolean path = text.startsWith("$.") || text.startsWith("$[");
    return new HeaderText(path ? Template.field(text) : Template.literal(text));
  }

  /// The text for a message, in UTF-8; empty when what it is made of is missing or `null`.
  public Optional<byte[]> of(Message message) {
    return template.of(message);
  }

  /// The text as it was written.
  @Override
  public String toString() {
    return template.toString();
  }
}
