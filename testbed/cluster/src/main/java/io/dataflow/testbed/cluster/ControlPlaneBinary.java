package io.dataflow.testbed.cluster;

import java.util.Optional;

/// A program of the control plane: the Go module of ours that fixes its version, and its package.
enum ControlPlaneBinary {
  ETCD("etcd", "etcd", "go.etcd.io/etcd/server/v3"),
  KUBE_APISERVER("kube-apiserver", "kube", "k8s.io/kubernetes/cmd/kube-apiserver"),
  KUBE_CONTROLLER_MANAGER(
      "kube-controller-manager", "kube", "k8s.io/kubernetes/cmd/kube-controller-manager"),
  KUBECTL("kubectl", "kube", "k8s.io/kubernetes/cmd/kubectl"),
  HELM("helm", "helm", "helm.sh/helm/v3/cmd/helm");

  private final String file;
  private final String module;
  private final String source;

  ControlPlaneBinary(String file, String module, String source) {
    this.file = file;
    this.module = module;
    this.source = source;
  }

  /// The name of the program's file.
  String file() {
    return file;
  }

  /// The folder of the Go module.
  String module() {
    return module;
  }

  /// The Go package that is built.
  String source() {
    return source;
  }

  /// What the linker writes into Kubernetes' programs, which do not know their version otherwise.
  Optional<String> versionFlag(String version) {
    return module.equals("kube")
        ? Optional.of("-X k8s.io/component-base/version.gitVersion=v" + version)
        : Optional.empty();
  }
}
