package io.dataflow.runtime.connector.reader;

import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import io.dataflow.api.message.Message;
import io.dataflow.api.message.Metadata;
import io.dataflow.runtime.connector.Batch;
import io.dataflow.runtime.connector.CheckpointStore;
import io.dataflow.runtime.connector.ErrorType;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.Mark;
import io.dataflow.runtime.connector.UnavailableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The smallest source that is one: the lines of a file, each a batch; its position is a number of
/// lines. A line that says so makes reading impossible.
final class FileLines implements BatchReader {
  private final Path file;
  private final CheckpointStore checkpoints;
  private int next;

  FileLines(Path file, CheckpointStore checkpoints) {
    this.file = file;
    this.checkpoints = checkpoints;
  }

  @Override
  public void open() throws UnavailableException {
    next =
        checkpoints
            .load("file")
            .flatMap(stored -> stored.get("lines"))
            .map(lines -> Integer.parseInt(lines.text()))
            .orElse(0);
    lines();
  }

  @Override
  public Optional<Batch> next(Duration patience) throws UnavailableException {
    var lines = lines();
    if (next >= lines.size()) {
      return Optional.empty();
    }
    var line = lines.get(next++);
    if (line.equals("impossible")) {
      throw new FlowException("line " + next + ": impossible");
    }
    var message = new Message(line.getBytes(StandardCharsets.UTF_8), Metadata.of(Map.of()));
    return Optional.of(new Batch(List.of(message), new Line(next, checkpoints)));
  }

  private List<String> lines() throws UnavailableException {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UnavailableException(ErrorType.CONNECTION_ERROR, "source file: not there", e);
    }
  }

  @Override
  public void close() {
    // Nothing stays open between two reads.
  }

  private record Line(int number, CheckpointStore checkpoints) implements Mark {
    @Override
    public JsonObject position() {
      var json = JsonObject.empty();
      json.put("lines", JsonScalar.of(number));
      return json;
    }

    @Override
    public void acknowledged() {
      checkpoints.save("file", position());
    }

    @Override
    public Mark first(int count) {
      return new Line(number - 1 + count, checkpoints);
    }
  }
}
