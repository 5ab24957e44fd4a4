package io.dataflow.cli.sample;

import io.dataflow.cli.terminal.CommandException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A directory that holds a flow and what it does: `flow.yaml`, `in.jsonl`, `out.jsonl`, and where
/// they apply `dead.jsonl`, `routes/<number>.jsonl` and `now`.
public record Sample(Path folder) {
  static final String FLOW = "flow.yaml";
  static final String IN = "in.jsonl";
  static final String OUT = "out.jsonl";
  static final String DEAD = "dead.jsonl";
  private static final String NOW = "now";
  private static final String ROUTES = "routes";

  /// The directory itself when it holds a flow, else all below it that do, sorted.
  public static List<Sample> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new CommandException(
          folder + ": not a directory. A sample is a directory with " + FLOW + " in it.");
    }
    if (isAt(folder)) {
      return List.of(new Sample(folder));
    }
    try (var below = Files.walk(folder)) {
      var samples =
          below.filter(path -> path.endsWith(FLOW)).map(Path::getParent).sorted().toList();
      if (samples.isEmpty()) {
        throw new CommandException(
            folder + ": no sample in it. A sample is a directory with " + FLOW + " in it.");
      }
      return samples.stream().map(Sample::new).toList();
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  /// Whether a directory is a sample: whether it holds a flow.
  public static boolean isAt(Path folder) {
    return Files.exists(folder.resolve(FLOW));
  }

  /// Whether a file may be one of a sample's, by its name.
  public static boolean isPart(Path file) {
    var name = file.getFileName().toString();
    return List.of(FLOW, IN, OUT, DEAD, NOW).contains(name)
        || file.getParent().endsWith(ROUTES) && name.endsWith(".jsonl");
  }

  /// The file of its flow.
  public Path flow() {
    return file(FLOW);
  }

  /// The file of the messages that go in.
  public Path input() {
    return file(IN);
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  boolean has(String name) {
    return Files.exists(file(name));
  }

  /// A file that the sample must have.
  MessageFile required(String name, String purpose) {
    if (!has(name)) {
      throw new CommandException(file(name) + ": missing. " + purpose);
    }
    return MessageFile.read(file(name));
  }

  /// The name of a route's file.
  static String route(int number) {
    return ROUTES + "/" + number + ".jsonl";
  }

  static boolean isRoute(String name) {
    return name.startsWith(ROUTES + "/");
  }

  /// The files that say what must come out, as far as they are there.
  List<String> expectations() {
    var names = new ArrayList<String>();
    for (var name : List.of(OUT, DEAD)) {
      if (has(name)) {
        names.add(name);
      }
    }
    if (Files.isDirectory(file(ROUTES))) {
      try (var files = Files.list(file(ROUTES))) {
        files.map(path -> ROUTES + "/" + path.getFileName()).sorted().forEach(names::add);
      } catch (IOException e) {
        throw unreadable(file(ROUTES), e);
      }
    }
    return names;
  }

  /// The time at which the sample was written down; empty when it does not say.
  public Optional<Instant> now() {
    if (!has(NOW)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.parse(Files.readString(file(NOW)).strip()));
    } catch (DateTimeParseException e) {
      throw new CommandException(
          file(NOW) + ": not a time. Write it as `2026-03-01T10:15:00Z`.", e);
    } catch (IOException e) {
      throw unreadable(file(NOW), e);
    }
  }

  static CommandException unreadable(Path path, IOException cause) {
    return new CommandException(path + ": cannot be read. Look at its permissions.", cause);
  }

  static CommandException unwritable(Path path, IOException cause) {
    return new CommandException(path + ": cannot be written. Look at its permissions.", cause);
  }
}
