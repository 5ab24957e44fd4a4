package io.dataflow.testbed.cluster;

import io.dataflow.testbed.server.ServerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The Go modules that fix the version and the checksum of everything in the control plane; they
/// come with this jar.
record GoModules(SortedMap<String, byte[]> files) {
  private static final Pattern VERSION =
      Pattern.compile("(?m)^require k8s\\.io/kubernetes v([0-9.]+)$");

  static GoModules read() {
    var files = new TreeMap<String, byte[]>();
    for (var module : List.of("etcd", "kube", "helm")) {
      for (var file : List.of("go.mod", "go.sum", "tools.go")) {
        var name = module + "/" + file;
        files.put(name, bytes(name));
      }
    }
    return new GoModules(files);
  }

  private static byte[] bytes(String name) {
    try (var input = GoModules.class.getResourceAsStream("/control-plane/" + name)) {
      if (input == null) {
        throw new ServerException("the class path has no control-plane/" + name);
      }
      return input.readAllBytes();
    } catch (IOException failure) {
      throw new ServerException("control-plane/" + name + " cannot be read", failure);
    }
  }

  /// The version of Kubernetes, without a `v`.
  String version() {
    var matcher = VERSION.matcher(new String(files.get("kube/go.mod")));
    if (!matcher.find()) {
      throw new ServerException("kube/go.mod does not say which Kubernetes it wants");
    }
    return matcher.group(1);
  }

  /// A name that changes with every version in the modules.
  String fingerprint() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      files.values().forEach(digest::update);
      return version() + "-" + HexFormat.of().formatHex(digest.digest(), 0, 6);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  void writeTo(Path folder) throws IOException {
    for (var file : files.entrySet()) {
      var target = folder.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.write(target, file.getValue());
    }
  }
}
