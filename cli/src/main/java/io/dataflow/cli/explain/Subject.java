package io.dataflow.cli.explain;

import io.dataflow.api.connector.Source;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.message.Message;
import io.dataflow.cli.sample.MessageFile;
import io.dataflow.cli.sample.MetadataJson;
import io.dataflow.cli.terminal.CommandException;
import io.dataflow.runtime.flow.LiveSample;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A message that is explained.
///
/// @param title what it is called: `in.jsonl:3`
public record Subject(String title, Message message) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /// What its source knows of it.
  public JsonObject metadata() {
    return MetadataJson.write(message.source().asMap());
  }

  /// The messages of a file.
  ///
  /// @param most how many of them; empty for all
  /// @throws CommandException when there is none, or the file is none of messages
  public static List<Subject> in(Path file, Optional<Integer> most) {
    return in(file.toString(), MessageFile.read(file), most);
  }

  /// The messages in these bytes.
  ///
  /// @param name what they are called
  public static List<Subject> in(String name, byte[] bytes, Optional<Integer> most) {
    return in(name, MessageFile.of(name, bytes), most);
  }

  private static List<Subject> in(String name, MessageFile file, Optional<Integer> most) {
    if (file.lines().isEmpty()) {
      throw new CommandException(name + ": no message in it. Write one a line.");
    }
    return file.lines().stream()
        .limit(most.orElse(Integer.MAX_VALUE))
        .map(line -> new Subject(name + ":" + line.number(), line.message()))
        .toList();
  }

  /// The newest records of a source, which does not notice.
  ///
  /// @throws CommandException when it has none
  public static List<Subject> newest(Source source, int count) throws InterruptedException {
    var messages = new LiveSample(source, PATIENCE).newest(count);
    if (messages.isEmpty()) {
      throw new CommandException(
          "spec.source: there is no record yet. Give --input a file with messages, one a line.");
    }
    return IntStream.range(0, messages.size())
        .mapToObj(i -> new Subject(live(i + 1, messages.size()), messages.get(i)))
        .toList();
  }

  private static String live(int number, int count) {
    return count == 1 ? "the newest record" : "record " + number + " of the newest " + count;
  }
}
