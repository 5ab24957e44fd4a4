package io.dataflow.runtime.flow.deadletter;

import java.util.Optional;

/// How much of a rejected record its envelope holds. No form is chosen by looking at the record:
/// the error sink gets the first, and what it refuses comes again in the next.
public enum EnvelopeForm {
  /// The record as JSON, when it is a JSON object, else as text.
  WHOLE(Integer.MAX_VALUE),
  /// The record as text, for an error sink that does not take all that is JSON.
  TEXT(Integer.MAX_VALUE),
  /// The first KiB of the record, for an error sink that takes no more.
  SHORT(1024),
  /// What is known of the record, and nothing of its text.
  BARE(0);

  private final int bytes;

  EnvelopeForm(int bytes) {
    this.bytes = bytes;
  }

  /// How many bytes of the record it holds, at most.
  public int bytes() {
    return bytes;
  }

  /// Whether the record, its metadata and the reason are cut to a length that any sink takes.
  public boolean isShort() {
    return this == SHORT || this == BARE;
  }

  /// What to try when this one is refused; empty behind the last.
  public Optional<EnvelopeForm> next() {
    return switch (this) {
      case WHOLE -> Optional.of(TEXT);
      case TEXT -> Optional.of(SHORT);
      case SHORT -> Optional.of(BARE);
      case BARE -> Optional.empty();
    };
  }
}
