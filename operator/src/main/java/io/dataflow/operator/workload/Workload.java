package io.dataflow.operator.workload;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflow.api.spec.DataFlowSpec;
import io.dataflow.operator.secret.Digest;
import io.dataflow.operator.secret.HashKey;
import io.dataflow.operator.secret.SecretEntry;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.util.List;
import java.util.Optional;

/// What processors are made of, whether they run without an end or on a schedule.
///
/// @param spec what the flow does, with its defaults
/// @param written the same as the user wrote it
/// @param secrets what it takes from Secrets
/// @param hashKey of hashes that those go into
/// @param resetToken names the reset of the checkpoint that processors must have done
public record Workload(
    ResourceNames name,
    OwnerReference owner,
    DataFlowSpec spec,
    ObjectNode written,
    List<SecretEntry> secrets,
    HashKey hashKey,
    Optional<String> resetToken,
    Lifetime lifetime,
    ProcessorDefaults defaults) {
  /// The annotation that keeps the token of the last reset of the checkpoint.
  public static final String RESET_ANNOTATION = "dataflow.dataflow.io/checkpoint-reset-token";

  /// The metadata of an owned resource of this name.
  public ObjectMeta metadata(String resourceName) {
    return new ObjectMetaBuilder()
        .withNamespace(name.namespace())
        .withName(resourceName)
        .withLabels(name.labels())
        .withOwnerReferences(owner)
        .build();
  }

  /// For a hash that everybody can read. It has no key where there is nothing to find out.
  public Digest digest() {
    return secrets.isEmpty() ? Digest.plain() : Digest.keyed(hashKey);
  }

  /// Whether processors keep a position that must survive them.
  public boolean keepsPosition() {
    return spec.checkpointPersistence() && spec.source().polls();
  }
}
