package io.dataflow.testbed.clickhouse;

import io.dataflow.testbed.server.Folder;
import io.dataflow.testbed.server.ServerException;
import io.dataflow.testbed.server.ServerProcess;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// Where ClickHouse's engine is: in the file that `-Ddataflow.clickhouse.library` names, else
/// fetched by the npm client as a package, checked, and unpacked once for all runs on this machine.
record ClickHouseHome(Path library) {
  private static final String PROPERTY = "dataflow.clickhouse.library";
  private static final String PACKAGE = "@chdb/lib-linux-x64-gnu";
  private static final String VERSION = "26.7.3-stable.1";
  private static final String SHA_512 =
      "XP97mMqnc5tZpKQywR8N7cLTsHNiTmHr30pC5mzo3jWmukjKn2IBa60c2B/gWUNcuFjOMjWoorQICCqBVj5wpw==";
  private static final String IN_PACKAGE = "package/libchdb.so";

  static ClickHouseHome find() {
    var named = System.getProperty(PROPERTY);
    return new ClickHouseHome(named == null ? unpacked() : Path.of(named).toAbsolutePath());
  }

  private static synchronized Path unpacked() {
    try {
      var user = System.getProperty("user.name");
      var temporary = Path.of(System.getProperty("java.io.tmpdir"));
      var home = temporary.resolve("dataflow-clickhouse-%s-%s.so".formatted(user, VERSION));
      // Two users must not share what only one of them may write.
      if (!Files.exists(home) || !Files.getOwner(home).getName().equals(user)) {
        var fresh = new Folder(Files.createTempDirectory(temporary, "dataflow-clickhouse-"), true);
        try {
          unpack(fetch(fresh), fresh.file("library.so"));
          Files.move(fresh.file("library.so"), home, StandardCopyOption.ATOMIC_MOVE);
        } finally {
          fresh.deleteIfTemporary();
        }
      }
      return home;
    } catch (IOException failure) {
      throw new ServerException("ClickHouse's engine cannot be unpacked", failure);
    }
  }

  private static Path fetch(Folder folder) throws IOException {
    if (!System.getProperty("os.name").equals("Linux")
        || !System.getProperty("os.arch").equals("amd64")) {
      throw new ServerException(
          "there is no checked package of ClickHouse's engine for this machine: name the file"
              + " libchdb of its package with -D"
              + PROPERTY);
    }
    ServerProcess.run(
        "npm pack",
        List.of("npm", "pack", "--silent", PACKAGE + "@" + VERSION),
        folder.file("npm.log"));
    try (var files = Files.list(folder.path())) {
      return files
          .filter(file -> file.toString().endsWith(".tgz"))
          .findFirst()
          .orElseThrow(() -> new ServerException("npm has not fetched " + PACKAGE));
    }
  }

  private static void unpack(Path archive, Path target) throws IOException {
    var digest = sha512();
    boolean found = false;
    try (var file = new BufferedInputStream(Files.newInputStream(archive));
        var checked = new DigestInputStream(file, digest)) {
      var tar = new TarArchiveInputStream(new GZIPInputStream(checked));
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (entry.getName().equals(IN_PACKAGE)) {
          Files.copy(tar, target);
          found = true;
        }
      }
      drain(checked);
    }
    var sum = Base64.getEncoder().encodeToString(digest.digest());
    if (!found || !sum.equals(SHA_512)) {
      throw new ServerException(
          PACKAGE + "@" + VERSION + " is not what it was: its SHA-512 is " + sum);
    }
  }

  private static void drain(InputStream rest) throws IOException {
    rest.transferTo(OutputStream.nullOutputStream());
  }

  private static MessageDigest sha512() {
    try {
      return MessageDigest.getInstance("SHA-512");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
