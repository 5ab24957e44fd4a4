package io.dataflow.cli.manifest;

import io.dataflow.cli.terminal.CommandException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// A file that should hold a manifest or a `spec.json`.
///
/// @param name as it was given, for messages
/// @param text as UTF-8
public record ManifestFile(String name, String text) {
  private static final int FINGERPRINT_BYTES = 16;
  private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");

  /// The names of the files that a name stands for: itself, or when it is a directory all of its
  /// `*.yaml`, `*.yml` and `*.json`, sorted.
  ///
  /// @throws CommandException when it is a directory without any
  public static List<String> named(String name) {
    var path = Path.of(name);
    if (!Files.isDirectory(path)) {
      return List.of(name);
    }
    try (var files = Files.list(path)) {
      var names = files.map(Path::toString).filter(ManifestFile::isManifest).sorted().toList();
      if (names.isEmpty()) {
        throw new CommandException("no manifest in it. It has no *.yaml, *.yml or *.json.");
      }
      return names;
    } catch (IOException e) {
      throw new CommandException("cannot be read. Look at its permissions.", e);
    }
  }

  private static boolean isManifest(String name) {
    return ENDINGS.stream().anyMatch(name::endsWith);
  }

  /// Stands for the content: the same for the same text, another for another.
  public String fingerprint() {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// Reads a file; `-` is what comes in.
  ///
  /// @throws CommandException when it cannot be read, with the reason and without the name
  public static ManifestFile read(String name, InputStream in) {
    try {
      return name.equals("-")
          ? new ManifestFile("-", decoded(in.readAllBytes()))
          : new ManifestFile(name, decoded(Files.readAllBytes(Path.of(name))));
    } catch (NoSuchFileException e) {
      throw new CommandException("no such file.", e);
    } catch (CharacterCodingException e) {
      throw new CommandException("not UTF-8. Save it as UTF-8.", e);
    } catch (IOException e) {
      throw new CommandException("cannot be read. Look at its permissions.", e);
    }
  }

  private static String decoded(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }
}
