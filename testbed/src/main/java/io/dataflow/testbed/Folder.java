package io.dataflow.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/// Where one server keeps its data, settings and log; a temporary one goes away with the server.
record Folder(Path path, boolean temporary) {

  static Folder temporary(String name) {
    try {
      return new Folder(Files.createTempDirectory("dataflow-" + name + "-"), true);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static Folder at(Path path) {
    try {
      return new Folder(Files.createDirectories(path).toAbsolutePath(), false);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  Path file(String name) {
    return path.resolve(name);
  }

  void write(String name, String text) {
    try {
      Files.writeString(file(name), text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  void deleteIfTemporary() {
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
