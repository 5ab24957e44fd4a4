package io.dataflow.operator.workload;

import io.dataflow.operator.secret.HashKey;
import io.dataflow.operator.secret.SecretEntry;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.KeyToPathBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// `df-<name>-secrets`: the values that the flow references and no others, and the key of hashes of
/// them. Processors get the values as files, and no ConfigMap ever holds one. Where values are
/// wanted in `spec.json` all the same, the key is alone.
public final class ProcessorSecret {
  private ProcessorSecret() {}

  static Secret of(Workload flow) {
    Map<String, String> data = new TreeMap<>();
    data.put(HashKey.ENTRY, flow.hashKey().text());
    if (!flow.defaults().inlineSecrets()) {
      flow.secrets().forEach(entry -> data.put(key(entry), encoded(entry.value())));
    }
    return new SecretBuilder()
        .withMetadata(flow.metadata(flow.name().secrets()))
        .withType("Opaque")
        .withData(data)
        .build();
  }

  /// Where the values are in the processor's folder of Secrets: a key of a Secret cannot hold `/`.
  public static List<KeyToPath> items(Workload flow) {
    return flow.secrets().stream()
        .map(
            entry -> new KeyToPathBuilder().withKey(key(entry)).withPath(path(entry, flow)).build())
        .toList();
  }

  private static String key(SecretEntry entry) {
    return entry.namespace() + "." + entry.name() + "." + entry.key();
  }

  private static String path(SecretEntry entry, Workload flow) {
    var own = entry.name() + "/" + entry.key();
    return entry.namespace().equals(flow.name().namespace())
        ? own
        : "_" + entry.namespace() + "/" + own;
  }

  private static String encoded(String value) {
    return Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
  }
}
