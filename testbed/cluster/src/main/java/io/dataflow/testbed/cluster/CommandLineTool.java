package io.dataflow.testbed.cluster;

import io.dataflow.testbed.server.Folder;
import io.dataflow.testbed.server.ServerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A program for the command line, such as kubectl, as somebody who is logged into the control
/// plane would run it; what it wants to remember lies in the folder.
record CommandLineTool(Path program, Path kubeconfig, Folder folder) {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  /// Runs it to its end with the text as its input; throws when it takes longer than five minutes.
  CommandResult run(String input, List<String> words) {
    var command = new ArrayList<>(List.of(program.toString()));
    command.addAll(words);
    try {
      var output = Files.createTempFile(folder.path(), "output", ".txt");
      var errors = Files.createTempFile(folder.path(), "errors", ".txt");
      var builder = new ProcessBuilder(command).directory(folder.path().toFile());
      builder.redirectOutput(output.toFile()).redirectError(errors.toFile());
      var home = folder.path().toString();
      builder.environment().put("HOME", home);
      builder.environment().put("KUBECONFIG", kubeconfig.toString());
      for (var kind : List.of("CACHE", "CONFIG", "DATA")) {
        builder.environment().put("HELM_" + kind + "_HOME", home + "/helm/" + kind);
      }
      var code = end(builder.start(), input, command);
      return new CommandResult(command, code, takeAway(output), takeAway(errors));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static int end(Process process, String input, List<String> command) throws IOException {
    try (var keyboard = process.outputWriter()) {
      keyboard.write(input);
    }
    try {
      if (process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        return process.exitValue();
      }
      throw new ServerException(
          "`" + String.join(" ", command) + "` still runs after " + LIMIT.toMinutes() + " minutes");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new ServerException("interrupted while a program ran", stopped);
    } finally {
      process.destroyForcibly();
    }
  }

  private static String takeAway(Path file) throws IOException {
    var text = Files.readString(file);
    Files.delete(file);
    return text;
  }
}
