package io.dataflow.cluster;

import io.dataflow.testbed.cluster.ControlPlane;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The flow of `samples/demo` in the cluster: what a person reads there is what runs.
record SampleFlow(ControlPlane plane) {
  static final String NAME = "demo";
  private static final String FILE = "samples/demo/flow.yaml";
  private static final String TABLES = "samples/demo/tables.sql";
  private static final String KAFKA = "localhost:9092";
  private static final String POSTGRESQL = "postgres://postgres@localhost:5432/demo";

  /// The manifest, with the addresses of servers in place of the ones it was written with.
  static String manifest(Distribution distribution, Backends backends) {
    return distribution
        .read(FILE)
        .replace(KAFKA, backends.kafka().bootstrap())
        .replace(POSTGRESQL, backends.connectionString());
  }

  /// SQL that makes the tables.
  static String tables(Distribution distribution) {
    return distribution.read(TABLES);
  }

  /// Where the manifest lies as it was applied, beside the kubeconfig.
  Path file() {
    return plane.kubeconfig().resolveSibling(NAME + ".yaml");
  }

  /// Applies the manifest, and leaves it where a person finds it.
  void apply(String manifest) {
    try {
      Files.writeString(file(), manifest);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    plane.kubectl("apply", "-f", file().toString()).orThrow();
  }

  /// Returns when the flow is ready.
  void untilReady() {
    var flow = "dataflow/" + NAME;
    plane.kubectl("wait", "--for=condition=Ready", flow, "--timeout=180s").orThrow();
  }

  /// A field of the flow's status as kubectl shows it; empty where it has none.
  String status(String field) {
    return plane
        .kubectl("get", "dataflow", NAME, "-o", "jsonpath={.status." + field + "}")
        .orThrow();
  }

  /// A counter of the flow's status.
  long count(String field) {
    var text = status(field);
    return text.isEmpty() ? 0 : Long.parseLong(text);
  }
}
