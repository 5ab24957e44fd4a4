package io.dataflow.api.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Secrets as files. A name that would leave the directory is no Secret of it.
record SecretsDirectory(Path directory) implements Secrets {
  @Override
  public Optional<String> value(SecretRef ref) {
    if (leaves(ref.name()) || leaves(ref.key())) {
      return Optional.empty();
    }
    var file = directory.resolve(ref.name()).resolve(ref.key());
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          withoutLineEnd(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read. Give this user leave to read it.", e);
    }
  }

  private static boolean leaves(String name) {
    return name.isEmpty()
        || name.equals(".")
        || name.equals("..")
        || name.indexOf('/') >= 0
        || name.indexOf('\\') >= 0
        || name.indexOf('\0') >= 0;
  }

  private static String withoutLineEnd(String text) {
    if (text.endsWith("\r\n")) {
      return text.substring(0, text.length() - 2);
    }
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }
}
