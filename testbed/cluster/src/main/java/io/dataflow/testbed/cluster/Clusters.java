package io.dataflow.testbed.cluster;

/// One control plane for all tests of a JVM, started when first asked for.
///
/// A test takes a fresh namespace from it and must not stop it: a test that stops the API server
/// starts a control plane of its own.
public final class Clusters {
  private Clusters() {}

  /// The shared control plane.
  public static ControlPlane shared() {
    return Shared.CONTROL_PLANE;
  }

  /// Makes a namespace of the shared control plane that no other test uses; returns its name.
  public static String freshNamespace() {
    return shared().freshNamespace();
  }

  private static final class Shared {
    static final ControlPlane CONTROL_PLANE = ControlPlane.start();
  }
}
