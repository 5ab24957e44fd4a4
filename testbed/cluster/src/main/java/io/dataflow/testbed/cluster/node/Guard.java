package io.dataflow.testbed.cluster.node;

import io.dataflow.testbed.server.ServerException;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/// Sees that no container outlives this JVM, even when it is killed: a shell in a session of its
/// own that knows all containers, and kills them when its input ends.
public final class Guard implements AutoCloseable {
  private static final String SCRIPT =
      """
      groups=
      while read -r word group; do
        case $word in
          watch) groups="$groups $group"; continue ;;
          kill) kill -s KILL -- "-$group" || kill -s KILL "$group" ;;
          sweep) kill -s KILL -- "-$group" ;;
        esac
        left=
        for one in $groups; do [ "$one" = "$group" ] || left="$left $one"; done
        groups=$left
      done
      for one in $groups; do kill -s KILL -- "-$one"; done
      """;

  private final Process shell;
  private final Writer words;
  private boolean closed;

  public Guard() {
    try {
      shell =
          new ProcessBuilder(List.of("setsid", "/bin/sh", "-c", SCRIPT))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      words = shell.outputWriter();
    } catch (IOException failure) {
      throw new ServerException(
          "`setsid` is needed to run containers: install util-linux", failure);
    }
  }

  /// Kills the group of processes when this JVM is gone.
  public void watch(long group) {
    say("watch", group);
  }

  /// Kills the group of processes now.
  public void kill(long group) {
    say("kill", group);
  }

  /// Kills what the first process of a group has left behind.
  public void sweep(long group) {
    say("sweep", group);
  }

  private synchronized void say(String word, long group) {
    if (closed) {
      return;
    }
    try {
      words.write(word + " " + group + "\n");
      words.flush();
    } catch (IOException gone) {
      throw new ServerException("the guard of the containers is gone", gone);
    }
  }

  /// Kills all that is left; whoever asks for more after that is not heard.
  @Override
  public synchronized void close() {
    closed = true;
    try {
      words.close();
    } catch (IOException gone) {
      throw new ServerException("the guard of the containers is gone", gone);
    }
    shell.onExit().join();
  }
}
