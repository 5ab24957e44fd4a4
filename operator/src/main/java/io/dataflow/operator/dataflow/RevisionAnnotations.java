package io.dataflow.operator.dataflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dataflow.operator.secret.Digest;
import io.dataflow.operator.workload.Workload;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The annotations of a Deployment that say of what it was made, so that an operator of another
/// version can tell whether it would make other pods, and whether the flow or the operator is the
/// reason.
public final class RevisionAnnotations {
  private static final String PODS = "dataflow.dataflow.io/template-hash";
  private static final String FLOW = "dataflow.dataflow.io/flow-hash";
  private static final String ROLLING = "dataflow.dataflow.io/moving";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private RevisionAnnotations() {}

  static Map<String, String> of(ProcessorInput flow, PodTemplateSpec pods) {
    var annotations = new HashMap<String, String>();
    annotations.put(PODS, hash(pods));
    annotations.put(FLOW, hash(flow));
    flow.resetToken().ifPresent(token -> annotations.put(Workload.RESET_ANNOTATION, token));
    return annotations;
  }

  private static String hash(PodTemplateSpec pods) {
    try {
      return Digest.plain().add(JSON.writeValueAsString(pods)).text();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a pod's template is always JSON", e);
    }
  }

  private static String hash(ProcessorInput flow) {
    return hash(flow, flow.workload().digest());
  }

  // The generation and not the spec: a newer CRD may put defaults into what nobody has edited.
  private static String hash(ProcessorInput flow, Digest digest) {
    return digest
        .add(String.valueOf(flow.generation()))
        .add(flow.resetToken().orElse(""))
        .add(flow.secrets())
        .text();
  }

  /// Whether a Deployment's pods are those that the other one asks for.
  public static boolean hasSamePods(HasMetadata there, HasMetadata wanted) {
    return annotation(there, PODS).equals(annotation(wanted, PODS));
  }

  /// Whether a Deployment was made of this flow and these values of Secrets. So is taken to be one
  /// that does not say: it was made by an operator without these annotations. Older ones hashed
  /// without a key, and a newer one is no reason to take all flows for edited.
  public static boolean hasSameFlow(HasMetadata there, ProcessorInput flow) {
    return annotation(there, FLOW)
        .map(it -> it.equals(hash(flow)) || it.equals(hash(flow, Digest.plain())))
        .orElse(true);
  }

  /// Annotates that an upgrade is rolling out to the flow.
  public static void setRolling(Deployment wanted) {
    wanted.getMetadata().getAnnotations().put(ROLLING, "true");
  }

  /// Whether an upgrade is rolling out to the flow.
  public static boolean isRolling(HasMetadata there) {
    return annotation(there, ROLLING).isPresent();
  }

  private static Optional<String> annotation(HasMetadata object, String key) {
    return Optional.ofNullable(object.getMetadata().getAnnotations()).map(all -> all.get(key));
  }
}
