package io.dataflow.testbed.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/// Where one server keeps its data, settings and log; a temporary one goes away with the server.
public record Folder(Path path, boolean temporary) {

  /// Makes an empty folder that goes away with its server.
  public static Folder temporary(String name) {
    try {
      return new Folder(Files.createTempDirectory("dataflow-" + name + "-"), true);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// Uses a folder that stays, with what is in it; makes it where it is not there.
  public static Folder at(Path path) {
    try {
      return new Folder(Files.createDirectories(path).toAbsolutePath(), false);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// A file or folder in it, there or not.
  public Path file(String name) {
    return path.resolve(name);
  }

  /// Writes a text file in it.
  public void write(String name, String text) {
    try {
      Files.writeString(file(name), text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// Deletes it with all that is in it, where it is temporary and still there.
  public void deleteIfTemporary() {
    if (!temporary || !Files.exists(path)) {
      return;
    }
    try {
      Files.walkFileTree(path, new Deletion());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException gone) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
