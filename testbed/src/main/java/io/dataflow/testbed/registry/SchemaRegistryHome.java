package io.dataflow.testbed.registry;

import io.dataflow.testbed.server.ServerException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// Where the schema registry's jars are: in the folder that `-Ddataflow.schema-registry.home`
/// names, else in this user's cache, unpacked from what the build has fetched, once for all runs on
/// this machine.
record SchemaRegistryHome(Path folder) {
  private static final String PROPERTY = "dataflow.schema-registry.home";
  private static final String ARCHIVE = "apicurio-registry-app.tar.gz";
  private static final String MAIN_JAR = "quarkus-run.jar";

  /// Of the release that the parent pom names.
  private static final String SHA_256 =
      "8bc6751c76d963734224b01d5e7f84ccb3cb61c87d3bd77c36c35f10a5cbed63";

  static SchemaRegistryHome find() {
    var named = System.getProperty(PROPERTY);
    return new SchemaRegistryHome(named == null ? unpacked() : Path.of(named).toAbsolutePath());
  }

  /// The command line of the registry, run by the Java that runs this.
  List<String> java(List<String> options) {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var jar = Stream.of("-jar", folder.resolve(MAIN_JAR).toString());
    return Stream.of(Stream.of(java), options.stream(), jar).flatMap(it -> it).toList();
  }

  private static synchronized Path unpacked() {
    var home = cache().resolve(SHA_256.substring(0, 16));
    var done = home.resolve("unpacked");
    try {
      Files.createDirectories(home);
      // A second JVM that wants the same waits here, and then finds it done.
      try (var channel =
              FileChannel.open(
                  home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var lock = channel.lock()) {
        if (lock.isValid() && !Files.exists(done)) {
          unpack(archive(), home);
          Files.createFile(done);
        }
      }
      return home;
    } catch (IOException failure) {
      throw new ServerException("the schema registry cannot be unpacked into " + home, failure);
    }
  }

  private static void unpack(Path archive, Path home) throws IOException {
    var digest = sha256();
    try (var file =
        new DigestInputStream(new BufferedInputStream(Files.newInputStream(archive)), digest)) {
      file.transferTo(OutputStream.nullOutputStream());
    }
    var found = HexFormat.of().formatHex(digest.digest());
    if (!found.equals(SHA_256)) {
      throw new ServerException(
          archive + " is not the file that was meant: its SHA-256 is " + found);
    }
    try (var tar =
        new TarArchiveInputStream(
            new GZIPInputStream(new BufferedInputStream(Files.newInputStream(archive))))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        var file = home.resolve(entry.getName()).normalize();
        if (!file.startsWith(home)) {
          throw new ServerException(archive + " has a file that leaves its folder: " + file);
        }
        Files.createDirectories(entry.isDirectory() ? file : file.getParent());
        if (entry.isFile()) {
          Files.deleteIfExists(file);
          Files.copy(tar, file);
        }
      }
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// What the build has laid beside the jar or the classes of the testbed.
  private static Path archive() {
    var places =
        Stream.iterate(codeLocation().getParent(), folder -> folder != null, Path::getParent)
            .limit(3)
            .map(folder -> folder.resolve("registry/target").resolve(ARCHIVE))
            .toList();
    return places.stream()
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(
            () ->
                new ServerException(
                    "the schema registry is in none of "
                        + places
                        + ". Build the module testbed/registry, or name the folder of an unpacked"
                        + " one with -D"
                        + PROPERTY));
  }

  private static Path codeLocation() {
    try {
      var code = SchemaRegistryHome.class.getProtectionDomain().getCodeSource();
      return Path.of(code.getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Path cache() {
    return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
        .filter(text -> !text.isBlank())
        .map(Path::of)
        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
        .resolve("dataflow")
        .resolve("schema-registry");
  }
}
