package io.dataflow.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// All text files that the project is made of, build results left out.
record Tree(Path root) {
  private static final Set<String> NOT_OURS =
      Set.of("target", ".git", ".idea", ".vscode", ".settings");

  static Tree ofProject() {
    return new Tree(Path.of(System.getProperty("house.root")).toAbsolutePath().normalize());
  }

  List<SourceFile> files() {
    try (var files = walk(root)) {
      return files.sorted().flatMap(file -> read(file).stream()).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Stream<Path> walk(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      return entries.toList().stream().filter(Tree::isOurs).flatMap(Tree::filesOf);
    }
  }

  private static boolean isOurs(Path path) {
    return !NOT_OURS.contains(path.getFileName().toString());
  }

  private static Stream<Path> filesOf(Path path) {
    if (!Files.isDirectory(path)) {
      return Stream.of(path);
    }
    try {
      return walk(path);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// Empty for what is not text, a picture for example.
  private Optional<SourceFile> read(Path file) {
    var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
    try {
      var text = decoder.decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
      var path = root.relativize(file).toString().replace('\\', '/');
      return text.indexOf('\0') < 0 ? Optional.of(new SourceFile(path, text)) : Optional.empty();
    } catch (CharacterCodingException notText) {
      return Optional.empty();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
