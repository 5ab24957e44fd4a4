package io.dataflow.cli.sample;

import io.dataflow.cli.terminal.CommandException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A file with a message on every line. A line is the message, JSON or not; when the first line is
/// an envelope of value and metadata, all are. Empty lines are no messages.
///
/// @param envelopes whether the lines are envelopes
public record MessageFile(List<MessageLine> lines, boolean envelopes) {

  /// A file that holds nothing, as a file that is not there.
  static final MessageFile EMPTY = new MessageFile(List.of(), false);

  /// Reads a file.
  ///
  /// @throws CommandException when it cannot be read, or a line is not what the first one is
  public static MessageFile read(Path path) {
    return of(path.toString(), bytes(path));
  }

  /// The messages in these bytes.
  ///
  /// @param name the file's, for messages
  /// @throws CommandException when a line is not what the first one is
  public static MessageFile of(String name, byte[] bytes) {
    var lines = new ArrayList<MessageLine>();
    for (var line : split(bytes)) {
      if (line.body().length > 0) {
        lines.add(line);
      }
    }
    if (lines.isEmpty() || Envelope.parse(lines.getFirst().body()).isEmpty()) {
      return new MessageFile(List.copyOf(lines), false);
    }
    return new MessageFile(lines.stream().map(line -> opened(name, line)).toList(), true);
  }

  private static MessageLine opened(String name, MessageLine line) {
    var envelope =
        Envelope.parse(line.body())
            .orElseThrow(
                () ->
                    new CommandException(
                        name
                            + ":"
                            + line.number()
                            + ": not `{\"value\": …, \"metadata\": {…}}`. The first line is, so"
                            + " every line must be."));
    return new MessageLine(
        line.number(), envelope.value().toBytes(), Optional.of(envelope.metadata()));
  }

  private static List<MessageLine> split(byte[] bytes) {
    var lines = new ArrayList<MessageLine>();
    int start = 0;
    for (int i = 0; i <= bytes.length; i++) {
      if (i == bytes.length || bytes[i] == '\n') {
        int end = i > start && bytes[i - 1] == '\r' ? i - 1 : i;
        var body = Arrays.copyOfRange(bytes, start, end);
        lines.add(new MessageLine(lines.size() + 1, body, Optional.empty()));
        start = i + 1;
      }
    }
    return lines;
  }

  private static byte[] bytes(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (NoSuchFileException e) {
      throw new CommandException(path + ": no such file.", e);
    } catch (IOException e) {
      throw Sample.unreadable(path, e);
    }
  }
}
