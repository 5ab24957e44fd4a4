package io.dataflow.testbed.cluster.kubelet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a container finds in its world: files, variables, and a token that opens just one door.
class PodContentTest {
  private final Workload work = Workload.fresh();
  private final FakeKubelet kubelet =
      FakeKubelet.with("/kubectl", kubectlAsThePod(work))
          .withNamespace(work.namespace())
          .start(work.plane());

  @AfterEach
  void stop() {
    kubelet.close();
  }

  private static List<String> kubectlAsThePod(Workload work) {
    return List.of(
        "/bin/sh",
        "-c",
        "exec "
            + work.plane().program("kubectl")
            + " --server=https://$KUBERNETES_SERVICE_HOST:$KUBERNETES_SERVICE_PORT"
            + " --certificate-authority=$KUBERNETES_CERTS_CA_FILE"
            + " --namespace=$(cat $KUBENAMESPACE)"
            + " --token=$(cat $KUBERNETES_AUTH_SERVICEACCOUNT_TOKEN) \"$@\"",
        "kubectl");
  }

  @Test
  void findsTheFilesOfItsVolumes() {
    work.apply(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: settings}
        data: {colour: blue, shape: round}
        ---
        apiVersion: v1
        kind: Secret
        metadata: {name: words}
        stringData: {first: open, second: sesame}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: reader, labels: {app: reader}}
        spec:
          restartPolicy: Never
          volumes:
          - {name: settings, configMap: {name: settings}}
          - {name: missing, secret: {secretName: missing, optional: true}}
          - {name: tmp, emptyDir: {}}
          - name: words
            secret:
              secretName: words
              defaultMode: 0400
              items: [{key: second, path: _other/words/second}]
          containers:
          - name: main
            image: any
            command: [/bin/sh, -c, "cat /etc/settings/colour /etc/settings/shape $FILE; ls /etc/missing; echo $NAME $APP $LIMIT > /tmp/x; cat /tmp/x"]
            env:
            - {name: FILE, value: /etc/words/_other/words/second}
            - {name: NAME, valueFrom: {fieldRef: {fieldPath: metadata.name}}}
            - {name: APP, valueFrom: {fieldRef: {fieldPath: "metadata.labels['app']"}}}
            - {name: LIMIT, valueFrom: {resourceFieldRef: {resource: limits.memory, divisor: 1Mi}}}
            resources: {limits: {memory: 1Gi}}
            volumeMounts:
            - {name: settings, mountPath: /etc/settings}
            - {name: missing, mountPath: /etc/missing}
            - {name: words, mountPath: /etc/words}
            - {name: tmp, mountPath: /tmp}
        """);
    work.untilEnded("reader");
    assertThat(work.log("reader")).isEqualTo("blueroundsesamereader reader 1024\n");
  }

  @Test
  void mayDoWhatItsServiceAccountMayAndNothingElse() {
    work.apply(
        """
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: reader}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: reader}
        rules: [{apiGroups: [""], resources: [configmaps], resourceNames: [mine], verbs: [get]}]
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: reader}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader}
        subjects: [{kind: ServiceAccount, name: reader}]
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: mine}
        data: {colour: blue}
        """);
    ask("allowed", "mine", "reader");
    ask("other", "kube-root-ca.crt", "reader");
    ask("stranger", "mine", "default");
    assertThat(work.untilEnded("allowed").getState().getTerminated().getExitCode()).isZero();
    assertThat(work.log("allowed")).isEqualTo("blue");
    work.untilEnded("other");
    assertThat(work.log("other"))
        .contains("Forbidden", "system:serviceaccount:" + work.namespace());
    work.untilEnded("stranger");
    assertThat(work.log("stranger")).contains("Forbidden");
  }

  private void ask(String pod, String configMap, String account) {
    work.apply(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: %s}
        spec:
          serviceAccountName: %s
          restartPolicy: Never
          containers:
          - name: main
            image: any
            command: [/kubectl, get, configmap, %s, -o, "jsonpath={.data.colour}"]
        """
            .formatted(pod, account, configMap));
  }
}
