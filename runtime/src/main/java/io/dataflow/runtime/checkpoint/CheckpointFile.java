package io.dataflow.runtime.checkpoint;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonException;
import io.dataflow.api.json.JsonObject;
import io.dataflow.runtime.flow.FlowException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// The checkpoint file itself: one JSON object that is either the old one or the new one, whatever
/// happens while it is written.
final class CheckpointFile {
  private final Path path;

  CheckpointFile(Path path) {
    this.path = path.toAbsolutePath();
  }

  /// What the file holds; an empty object when there is none.
  ///
  /// @throws FlowException when it cannot be read or is not a JSON object; it is left as it is
  JsonObject read() {
    try {
      if (Json.parse(Files.readAllBytes(path)) instanceof JsonObject object) {
        return object;
      }
      throw unusable("it is not a JSON object", null);
    } catch (NoSuchFileException e) {
      return JsonObject.empty();
    } catch (JsonException e) {
      throw unusable("it is not JSON: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new FlowException(
          where() + "cannot be read: " + reason(e) + ". Make it readable or name another file.", e);
    }
  }

  /// Says what to do about a file that makes no sense.
  FlowException unusable(String problem, Throwable cause) {
    return new FlowException(
        where()
            + problem
            + ". It was left as it is. Repair it, or delete it to read the source from its start.",
        cause);
  }

  /// Replaces the file; on return the new content survives a power cut.
  void replace(byte[] content) {
    var folder = path.getParent();
    var draft = folder.resolve(path.getFileName() + ".new");
    try {
      Files.createDirectories(folder);
      // A stream and not a channel: a channel closes itself when its thread is interrupted, and the
      // last position is written while everything is being stopped.
      try (var out = new FileOutputStream(draft.toFile())) {
        out.write(content);
        out.getFD().sync();
      }
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
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
}
