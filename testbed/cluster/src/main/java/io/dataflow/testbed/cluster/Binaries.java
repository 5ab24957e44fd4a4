package io.dataflow.testbed.cluster;

import io.dataflow.testbed.server.ServerException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where the programs of the control plane are: in the folder that the property names, else in this
/// user's cache, where they are built once for all runs on this machine.
record Binaries(Path folder) {
  static final String PROPERTY = "dataflow.control-plane.home";

  static Binaries find() {
    var named = System.getProperty(PROPERTY);
    return named == null ? built() : new Binaries(Path.of(named).toAbsolutePath());
  }

  Path program(String name) {
    var file = folder.resolve(name);
    if (!Files.isExecutable(file)) {
      throw new ServerException(
          file + " is not there. Put it there, or leave -D" + PROPERTY + " out");
    }
    return file;
  }

  /// The program as a server. Go's collector may use some more memory: with a heap as small as a
  /// test's it would otherwise take a quarter of the server's time.
  List<String> command(String name, String... arguments) {
    var server = Stream.of("/usr/bin/env", "GOGC=400", program(name).toString());
    return Stream.concat(server, Stream.of(arguments)).toList();
  }

  private static synchronized Binaries built() {
    var modules = GoModules.read();
    var folder = cache().resolve(modules.fingerprint());
    var binaries = new Binaries(folder);
    try {
      if (binaries.missing().findAny().isPresent()) {
        Files.createDirectories(folder);
        binaries.buildAlone(new GoBuild(modules, folder));
      }
      return binaries;
    } catch (IOException failure) {
      throw new ServerException("the control plane cannot be built into " + folder, failure);
    }
  }

  /// A second JVM that wants the same waits here, and then finds nothing left to do.
  private void buildAlone(GoBuild build) throws IOException {
    try (var channel =
            FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = lock(channel)) {
      if (lock.isValid()) {
        for (var program : missing().toList()) {
          build.build(program);
        }
      }
    }
  }

  private static FileLock lock(FileChannel channel) throws IOException {
    var free = Optional.ofNullable(channel.tryLock());
    if (free.isPresent()) {
      return free.get();
    }
    try (var progress = Progress.of("waiting for who else builds the control plane")) {
      var lock = channel.lock();
      progress.say("done");
      return lock;
    }
  }

  private Stream<ControlPlaneBinary> missing() {
    return Stream.of(ControlPlaneBinary.values())
        .filter(program -> !Files.isExecutable(folder.resolve(program.file())));
  }

  private static Path cache() {
    var cache =
        Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
            .filter(text -> !text.isBlank())
            .map(Path::of)
            .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"));
    return cache.resolve("dataflow").resolve("control-plane");
  }
}
