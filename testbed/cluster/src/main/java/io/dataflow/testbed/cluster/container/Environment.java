package io.dataflow.testbed.cluster.container;

import io.dataflow.testbed.cluster.node.Mounts;
import io.dataflow.testbed.cluster.node.PodContext;
import io.dataflow.testbed.cluster.node.PodFields;
import io.dataflow.testbed.cluster.node.StuckException;
import io.dataflow.testbed.cluster.node.VolumeFiles;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The environment of one container: what every pod is told, then `envFrom`, then `env`.
record Environment(PodContext pod, Container container, Mounts mounts) {
  private static final Pattern REFERENCE = Pattern.compile("\\$(\\$?)\\(([^)]*)\\)");
  private static final String ACCOUNT = "/var/run/secrets/kubernetes.io/serviceaccount";

  /// All variables; throws `StuckException` where something that is referred to is missing.
  Map<String, String> variables() {
    var variables = new TreeMap<>(given());
    container.getEnvFrom().forEach(source -> addAll(variables, source));
    for (var variable : container.getEnv()) {
      value(variable, variables).ifPresent(value -> variables.put(variable.getName(), value));
    }
    return variables;
  }

  /// What has no place in the pod's manifest: where the API server is, and what stands in for the
  /// addresses and files that a real container would have for itself.
  private Map<String, String> given() {
    var api = pod.host().apiServer();
    var given = new TreeMap<String, String>();
    given.put("PATH", System.getenv().getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin"));
    given.put("LANG", "C.UTF-8");
    given.put("HOME", pod.folder().path().resolve("home").toString());
    given.put("HOSTNAME", pod.name());
    given.put("BIND_ADDRESS", pod.ip());
    given.put(
        "TERMINATION_MESSAGE_PATH",
        pod.folder().terminationMessage(container.getName()).toString());
    given.put("KUBERNETES_SERVICE_HOST", api.getHost());
    given.put("KUBERNETES_SERVICE_PORT", Integer.toString(api.getPort()));
    given.put("KUBERNETES_SERVICE_PORT_HTTPS", Integer.toString(api.getPort()));
    if (mounts.places().containsKey(ACCOUNT)) {
      given.put("KUBERNETES_AUTH_SERVICEACCOUNT_TOKEN", mounts.rewrite(ACCOUNT + "/token"));
      given.put("KUBERNETES_CERTS_CA_FILE", mounts.rewrite(ACCOUNT + "/ca.crt"));
      given.put("KUBENAMESPACE", mounts.rewrite(ACCOUNT + "/namespace"));
    }
    if (mounts.places().containsKey("/tmp")) {
      given.put("TMPDIR", mounts.rewrite("/tmp"));
    }
    return given;
  }

  private void addAll(Map<String, String> variables, EnvFromSource source) {
    var prefix = Optional.ofNullable(source.getPrefix()).orElse("");
    if (source.getConfigMapRef() != null) {
      var reference = source.getConfigMapRef();
      configMap(reference.getName(), isTrue(reference.getOptional()))
          .forEach((key, value) -> variables.put(prefix + key, mounts.rewrite(value)));
    }
    if (source.getSecretRef() != null) {
      var reference = source.getSecretRef();
      secret(reference.getName(), isTrue(reference.getOptional()))
          .forEach((key, value) -> variables.put(prefix + key, value));
    }
  }

  private Optional<String> value(EnvVar variable, Map<String, String> known) {
    return variable.getValueFrom() == null
        ? Optional.of(
            mounts.rewrite(expand(Optional.ofNullable(variable.getValue()).orElse(""), known)))
        : value(variable.getValueFrom());
  }

  private Optional<String> value(EnvVarSource source) {
    var fields = new PodFields(pod);
    if (source.getFieldRef() != null) {
      return Optional.of(fields.value(source.getFieldRef()));
    }
    if (source.getResourceFieldRef() != null) {
      return Optional.of(fields.value(source.getResourceFieldRef(), container));
    }
    if (source.getConfigMapKeyRef() != null) {
      var key = source.getConfigMapKeyRef();
      var optional = isTrue(key.getOptional());
      return key(
              configMap(key.getName(), optional),
              "configmap",
              key.getName(),
              key.getKey(),
              optional)
          .map(mounts::rewrite);
    }
    var key = source.getSecretKeyRef();
    var optional = isTrue(key.getOptional());
    return key(secret(key.getName(), optional), "secret", key.getName(), key.getKey(), optional);
  }

  private static Optional<String> key(
      Map<String, String> map, String kind, String name, String key, boolean optional) {
    if (!map.containsKey(key) && !optional) {
      throw new StuckException(
          "CreateContainerConfigError", "couldn't find key " + key + " in " + kind + " " + name);
    }
    return Optional.ofNullable(map.get(key));
  }

  private Map<String, String> configMap(String name, boolean optional) {
    var found = pod.host().api().configMap(pod.namespace(), name);
    if (found.isEmpty() && !optional) {
      throw new StuckException(
          "CreateContainerConfigError", "configmap \"" + name + "\" not found");
    }
    return found.flatMap(map -> Optional.ofNullable(map.getData())).orElse(Map.of());
  }

  private Map<String, String> secret(String name, boolean optional) {
    var found = pod.host().api().secret(pod.namespace(), name);
    if (found.isEmpty() && !optional) {
      throw new StuckException("CreateContainerConfigError", "secret \"" + name + "\" not found");
    }
    var texts = new TreeMap<String, String>();
    found.ifPresent(
        secret ->
            VolumeFiles.bytes(Map.of(), secret.getData())
                .forEach(
                    (key, value) -> texts.put(key, new String(value, StandardCharsets.UTF_8))));
    return texts;
  }

  /// `$(NAME)` becomes the value of a variable that is known, and stays where none is; `$$(NAME)`
  /// becomes `$(NAME)`.
  static String expand(String text, Map<String, String> known) {
    return REFERENCE
        .matcher(text)
        .replaceAll(
            found -> {
              var whole = found.group();
              var result =
                  found.group(1).isEmpty()
                      ? known.getOrDefault(found.group(2), whole)
                      : whole.substring(1);
              return Matcher.quoteReplacement(result);
            });
  }

  private static boolean isTrue(Boolean flag) {
    return Boolean.TRUE.equals(flag);
  }
}
