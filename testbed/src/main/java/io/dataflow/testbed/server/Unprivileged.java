package io.dataflow.testbed.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Runs programs that refuse to be run by root, PostgreSQL's, also where we are root.
public enum Unprivileged {
  /// We are an ordinary user already.
  AS_WE_ARE(List.of()),
  /// A user namespace in which root is nobody; files stay root's.
  NAMESPACE(List.of("unshare", "-U")),
  /// The user nobody, where namespaces are not allowed; files must be given to it.
  NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));

  private final List<String> prefix;

  Unprivileged(List<String> prefix) {
    this.prefix = prefix;
  }

  /// How it is done on this machine.
  public static Unprivileged here() {
    if (!System.getProperty("user.name").equals("root")) {
      return AS_WE_ARE;
    }
    if (succeeds("unshare", "-U", "true")) {
      return NAMESPACE;
    }
    if (succeeds("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "true")) {
      return NOBODY;
    }
    throw new ServerException(
        "PostgreSQL does not run as root, and neither `unshare` nor `setpriv` works here."
            + " Install util-linux, or run this as an ordinary user");
  }

  /// The command as it is to be started.
  public List<String> command(List<String> command) {
    var whole = new ArrayList<>(prefix);
    whole.addAll(command);
    return whole;
  }

  /// Makes the folder usable for the programs that run this way.
  public void own(Folder folder) {
    if (this == NOBODY) {
      var chown = List.of("chown", "-R", "65534:65534", folder.path().toString());
      ServerProcess.run("chown", chown, folder.file("chown.log"));
    }
  }

  private static boolean succeeds(String... command) {
    try {
      var process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException notInstalled) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
