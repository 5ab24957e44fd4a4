package io.dataflow.api.model.type;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;

/// Types of a choice that the documented system has and this version lacks, with the keys of their
/// `config`: a resource `later/<choice>/<type>.txt` each, beside the choice's class. Who adds the
/// type deletes the file.
///
/// The API server must know the keys, or it complains of each before it says that the type is
/// lacking.
final class LaterTypes {
  private static final String SUFFIX = ".txt";

  private LaterTypes() {}

  /// The keys by the names of the types, in alphabetical order. It is read each time: only who
  /// writes a definition or a message about an unknown type wants it.
  static Map<String, List<String>> of(Class<?> choice) {
    var folder = "later/" + choice.getSimpleName().toLowerCase(Locale.ROOT) + "/";
    try {
      var home = Path.of(choice.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Files.isDirectory(home) ? inFolder(home.resolve(folder)) : inJar(home, folder);
    } catch (IOException e) {
      throw new UncheckedIOException("the types of later versions cannot be read", e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("classes lie nowhere", e);
    }
  }

  private static Map<String, List<String>> inFolder(Path folder) throws IOException {
    var types = new TreeMap<String, List<String>>();
    if (Files.isDirectory(folder)) {
      try (var files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
        for (var file : files) {
          try (var content = Files.newInputStream(file)) {
            types.put(name(file.getFileName().toString()), keys(content));
          }
        }
      }
    }
    return types;
  }

  private static Map<String, List<String>> inJar(Path jar, String folder) throws IOException {
    var types = new TreeMap<String, List<String>>();
    try (var file = new JarFile(jar.toFile())) {
      for (var entry : file.stream().toList()) {
        if (entry.getName().startsWith(folder) && entry.getName().endsWith(SUFFIX)) {
          types.put(
              name(entry.getName().substring(folder.length())), keys(file.getInputStream(entry)));
        }
      }
    }
    return types;
  }

  private static String name(String file) {
    return file.substring(0, file.length() - SUFFIX.length());
  }

  private static List<String> keys(InputStream content) throws IOException {
    return new String(content.readAllBytes(), StandardCharsets.UTF_8)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }
}
