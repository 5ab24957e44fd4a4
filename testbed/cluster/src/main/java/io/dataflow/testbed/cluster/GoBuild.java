package io.dataflow.testbed.cluster;

import io.dataflow.testbed.server.ServerException;
import io.dataflow.testbed.server.ServerProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/// Builds programs of the control plane from their Go modules into a folder.
record GoBuild(GoModules modules, Path folder) {
  private static final List<String> USUAL =
      List.of("/usr/local/go/bin", "/usr/lib/go/bin", "/opt/homebrew/bin");

  /// Builds one program; it is in the folder when it is whole, and not before.
  void build(ControlPlaneBinary program) throws IOException {
    var go = go();
    var source = folder.resolve("source");
    modules.writeTo(source);
    var part = folder.resolve(program.file() + ".part");
    var flags =
        Stream.concat(Stream.of("-s -w"), program.versionFlag(modules.version()).stream())
            .reduce("", (a, b) -> (a + " " + b).strip());
    var command =
        List.of(
            go.toString(),
            "-C",
            source.resolve(program.module()).toString(),
            "build",
            "-mod=readonly",
            "-trimpath",
            "-ldflags",
            flags,
            "-o",
            part.toString(),
            program.source());
    try (var progress = Progress.of("building " + program.file() + " with Go, once")) {
      ServerProcess.run("go build", command, folder.resolve("build.log"));
      progress.say("done");
    }
    Files.move(part, folder.resolve(program.file()), StandardCopyOption.ATOMIC_MOVE);
  }

  private static Path go() {
    var path = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
    return Stream.concat(Stream.of(path), USUAL.stream())
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, "go"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new ServerException(
                    "there is no `go` on the PATH, and the control plane for tests is built from"
                        + " source once for a machine. Install Go 1.26 or newer (Debian's package"
                        + " golang-go where it is new enough), or name a folder that has the"
                        + " programs with -D"
                        + Binaries.PROPERTY));
  }
}
