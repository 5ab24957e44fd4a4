package io.dataflow.runtime.checkpoint;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonException;
import io.dataflow.api.json.JsonObject;
import io.dataflow.runtime.connector.FlowException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// A checkpoint as a file, which is either the old one or the new one, whatever happens while it is
/// written. Beside it, as `FILE.reset`, lies the token of the last reset.
final class CheckpointFile implements CheckpointPlace {
  private final Path path;
  private final Path resetPath;
  private Checkpoint known = Checkpoint.empty();

  CheckpointFile(Path path) {
    this.path = path.toAbsolutePath();
    this.resetPath = this.path.resolveSibling(path.getFileName() + ".reset");
  }

  @Override
  public Checkpoint read() {
    var reset = content(resetPath).map(CheckpointFile::text).filter(token -> !token.isEmpty());
    known = new Checkpoint(content(path).map(this::positions).orElseGet(JsonObject::empty), reset);
    return known;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8).strip();
  }

  private JsonObject positions(byte[] bytes) {
    try {
      if (Json.parse(bytes) instanceof JsonObject object) {
        return object;
      }
    } catch (JsonException e) {
      throw unusable("it is not JSON: " + e.getMessage());
    }
    throw unusable("it is not a JSON object");
  }

  private Optional<byte[]> content(Path file) {
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException e) {
      throw new FlowException(
          where() + "cannot be read: " + reason(e) + ". Make it readable or name another file.", e);
    }
  }

  @Override
  public FlowException unusable(String problem) {
    return new FlowException(
        where()
            + problem
            + ". It was left as it is. Repair it, or delete it to read the source from its start.");
  }

  @Override
  public void write(Change change) {
    var changed = known.with(change);
    if (!change.positions().isEmpty()) {
      replace(path, changed.positions().toBytes());
    }
    // After the position: a crash between the two repeats a reset of a position that is gone.
    if (change.reset().isPresent()) {
      replace(resetPath, changed.reset().orElse("").getBytes(StandardCharsets.UTF_8));
    }
    known = changed;
  }

  /// Replaces the file; on return the new content survives a power cut.
  private void replace(Path file, byte[] content) {
    var folder = file.getParent();
    var draft = folder.resolve(file.getFileName() + ".new");
    try {
      Files.createDirectories(folder);
      // A stream and not a channel: a channel closes itself when its thread is interrupted, and the
      // last position is written while everything is being stopped.
      try (var out = new FileOutputStream(draft.toFile())) {
        out.write(content);
        out.getFD().sync();
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      // The new name itself is durable only when its folder is.
      try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
        names.force(true);
      }
    } catch (IOException e) {
      throw new FlowException(
          where()
              + "cannot be written: "
              + reason(e)
              + ". Make room or give the right to write there, or name another file.",
          e);
    }
  }

  private String where() {
    return "checkpoint file " + path + ": ";
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName().replace("Exception", "") + " (" + e.getMessage() + ")";
  }

  @Override
  public void close() {
    // Nothing is open between two writes.
  }
}
