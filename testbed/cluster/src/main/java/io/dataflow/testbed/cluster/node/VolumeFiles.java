package io.dataflow.testbed.cluster.node;

import io.fabric8.kubernetes.api.model.KeyToPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The files of one volume, as the keys of a ConfigMap or Secret become them.
public record VolumeFiles(Path folder, int defaultMode) {
  private static final int READABLE = 0644;

  static VolumeFiles in(Path folder, Integer defaultMode) {
    return new VolumeFiles(folder, Optional.ofNullable(defaultMode).orElse(READABLE));
  }

  /// The texts and the base64 values of an object as bytes by key.
  public static Map<String, byte[]> bytes(Map<String, String> texts, Map<String, String> base64) {
    var all = new TreeMap<String, byte[]>();
    Optional.ofNullable(texts)
        .orElse(Map.of())
        .forEach((key, text) -> all.put(key, text.getBytes(StandardCharsets.UTF_8)));
    Optional.ofNullable(base64)
        .orElse(Map.of())
        .forEach((key, value) -> all.put(key, Base64.getDecoder().decode(value)));
    return all;
  }

  /// Writes all keys, or only the items where there are some.
  void write(Map<String, byte[]> keys, List<KeyToPath> items, boolean optional) throws IOException {
    if (items.isEmpty()) {
      for (var key : keys.entrySet()) {
        write(key.getKey(), key.getValue(), defaultMode);
      }
    }
    for (var item : items) {
      var content = Optional.ofNullable(keys.get(item.getKey()));
      if (content.isPresent()) {
        var mode = Optional.ofNullable(item.getMode()).orElse(defaultMode);
        write(item.getPath(), content.get(), mode);
      } else if (!optional) {
        throw new StuckException(
            "ContainerCreating", "references non-existent config key: " + item.getKey());
      }
    }
  }

  void write(String path, byte[] content, int mode) throws IOException {
    var file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.deleteIfExists(file);
    Files.write(file, content);
    Files.setPosixFilePermissions(file, permissions(mode));
  }

  private static EnumSet<PosixFilePermission> permissions(int mode) {
    var permissions = EnumSet.noneOf(PosixFilePermission.class);
    for (var permission : PosixFilePermission.values()) {
      if ((mode & (0400 >> permission.ordinal())) != 0) {
        permissions.add(permission);
      }
    }
    return permissions;
  }
}
