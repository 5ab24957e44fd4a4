package io.dataflow.api.model.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Secrets as files. A name that would leave the directory is no Secret of it.
record SecretsDirectory(Path directory) implements Secrets {
  /// No Secret's name begins with it.
  private static final String NAMESPACE = "_";

  @Override
  public Optional<String> value(SecretRef ref) {
    return ref.namespace()
        .flatMap(namespace -> value(List.of(NAMESPACE + namespace, ref.name(), ref.key())))
        .or(() -> value(ref.name(), ref.key()));
  }

  @Override
  public Optional<String> value(String secretName, String key) {
    return value(List.of(secretName, key));
  }

  private Optional<String> value(List<String> names) {
    if (names.stream().anyMatch(SecretsDirectory::leaves)) {
      return Optional.empty();
    }
    var file = directory.resolve(String.join("/", names));
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
