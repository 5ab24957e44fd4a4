package io.dataflow.operator.desired;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflow.api.spec.DataFlowSpec;
import io.dataflow.operator.secret.SecretEntry;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.util.List;
import java.util.Optional;

/// All that a flow's children are made of.
///
/// @param generation the flow's, which changes when somebody edits its spec
/// @param spec what the flow does, with its defaults
/// @param written the same as the user wrote it
/// @param secrets what it takes from Secrets
/// @param resetToken names the reset of the checkpoint that processors must have done
/// @param rest whether it rests on purpose
public record FlowInput(
    FlowName name,
    OwnerReference owner,
    long generation,
    DataFlowSpec spec,
    ObjectNode written,
    List<SecretEntry> secrets,
    Optional<String> resetToken,
    Rest rest,
    ProcessorDefaults defaults) {

  ObjectMeta metadata(String childName) {
    return new ObjectMetaBuilder()
        .withNamespace(name.namespace())
        .withName(childName)
        .withLabels(name.labels())
        .withOwnerReferences(owner)
        .build();
  }

  /// Whether processors keep a position that must survive them.
  boolean keepsPosition() {
    return spec.checkpointPersistence() && spec.source().polls();
  }
}
