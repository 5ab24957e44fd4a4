package io.dataflow.testbed.trino;

import io.dataflow.testbed.server.Folder;
import io.dataflow.testbed.server.ServerException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/// Where Trino's jars are: in Maven's own repository, fetched once for a machine. The build has
/// left lists of them, one for the server and one for each plugin, because a plugin has a class
/// path of its own.
final class TrinoHome {
  private static final String SERVICE = "META-INF/services/io.trino.spi.Plugin";

  private TrinoHome() {}

  /// The server's class path, with what starts it.
  static String classPath() {
    return codeLocation() + File.pathSeparator + list("server");
  }

  /// Lays a plugin's jars into a folder of its own. The one that says which class it is comes with
  /// Trino's whole distribution alone, so it is made here.
  static void installPlugin(Folder folder, String name, String plugin) {
    var home = Folder.at(folder.file("plugin").resolve(name)).path();
    try {
      for (var jar : list(name).split(File.pathSeparator)) {
        var path = Path.of(jar);
        Files.createSymbolicLink(home.resolve(path.getFileName()), path);
      }
      writeService(home, plugin);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void writeService(Path home, String plugin) throws IOException {
    try (var service =
        new JarOutputStream(Files.newOutputStream(home.resolve("dataflow-service.jar")))) {
      write(service, SERVICE, (plugin + "\n").getBytes(StandardCharsets.UTF_8));
      var code = plugin.replace('.', '/') + ".class";
      try (var own = TrinoHome.class.getClassLoader().getResourceAsStream(code)) {
        if (own != null) {
          write(service, code, own.readAllBytes());
        }
      }
    }
  }

  private static void write(JarOutputStream jar, String name, byte[] content) throws IOException {
    jar.putNextEntry(new JarEntry(name));
    jar.write(content);
    jar.closeEntry();
  }

  /// Lays a plugin that is a class of the testbed into a folder of its own.
  static void installOwnPlugin(Folder folder, String plugin) {
    try {
      writeService(Folder.at(folder.file("plugin/own")).path(), plugin);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// What the build has laid beside the jar or the classes of the testbed.
  private static String list(String part) {
    var places =
        Stream.iterate(codeLocation().getParent(), folder -> folder != null, Path::getParent)
            .limit(3)
            .map(folder -> folder.resolve("trino").resolve(part).resolve("target/class-path"))
            .toList();
    return places.stream()
        .filter(Files::isRegularFile)
        .findFirst()
        .map(TrinoHome::text)
        .orElseThrow(
            () ->
                new ServerException(
                    "Trino's jars are listed in none of %s. Build the module testbed/trino/%s."
                        .formatted(List.copyOf(places), part)));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Path codeLocation() {
    try {
      var code = TrinoHome.class.getProtectionDomain().getCodeSource();
      return Path.of(code.getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
