package io.dataflow.api.message;

/// The messages that one message becomes, none of them made before it is asked for: a million of
/// them take no more memory than the message that they come of.
public interface Children {
  /// How many there are; at least one.
  int size();

  /// One of them, from 0; each time a new one that is the same.
  Message get(int index);

  /// Bytes that all of them have together, at most, as far as that is known without a look.
  long bytesAtMost();

  /// Bytes that each of them has of the message that they come of. Counting them costs as much as
  /// writing that message.
  int sharedBytes();

  /// Bytes that one of them has besides.
  int ownBytes(int index);
}
