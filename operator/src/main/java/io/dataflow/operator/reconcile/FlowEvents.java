package io.dataflow.operator.reconcile;

import io.dataflow.operator.resource.DataFlowResource;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes a flow's events (contract 6.5). The same event again is the same object with a higher
/// count, not another one.
public final class FlowEvents {
  /// The recorder's documented name.
  static final String RECORDER = "dataflow-controller";

  private static final Logger LOG = LoggerFactory.getLogger(FlowEvents.class);
  private static final int REMEMBERED = 10_000;

  private final KubernetesClient client;
  private final Clock clock;
  private final Map<String, Seen> seen =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
          return size() > REMEMBERED;
        }
      };

  private record Seen(String first, int count) {}

  FlowEvents(KubernetesClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  void normal(DataFlowResource flow, String reason, String message) {
    write(flow, "Normal", reason, message);
  }

  void warning(DataFlowResource flow, String reason, String message) {
    write(flow, "Warning", reason, message);
  }

  private void write(DataFlowResource flow, String type, String reason, String message) {
    var metadata = flow.getMetadata();
    var key = metadata.getUid() + "\n" + reason + "\n" + message;
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    var counted = count(key, now);
    var event =
        new EventBuilder()
            .withNewMetadata()
            .withNamespace(metadata.getNamespace())
            .withName(
                "%s.%08x%08x"
                    .formatted(metadata.getName(), metadata.getUid().hashCode(), key.hashCode()))
            .endMetadata()
            .withInvolvedObject(
                new ObjectReferenceBuilder()
                    .withApiVersion(flow.getApiVersion())
                    .withKind(flow.getKind())
                    .withNamespace(metadata.getNamespace())
                    .withName(metadata.getName())
                    .withUid(metadata.getUid())
                    .withResourceVersion(metadata.getResourceVersion())
                    .build())
            .withType(type)
            .withReason(reason)
            .withMessage(message)
            .withCount(counted.count())
            .withFirstTimestamp(counted.first())
            .withLastTimestamp(now)
            .withNewSource(RECORDER, null)
            .withReportingComponent(RECORDER)
            .withReportingInstance("")
            .build();
    try {
      client
          .resource(event)
          .fieldManager(Children.FIELD_MANAGER)
          .forceConflicts()
          .serverSideApply();
      LOG.debug("Emitted Kubernetes event {} {} for {}", type, reason, metadata.getName());
    } catch (KubernetesClientException e) {
      // An event is a courtesy: a namespace that is going away takes none, and the flow's status
      // says the same.
      if (!NamespaceEnd.isCauseOf(e)) {
        LOG.warn("event {} of {} was not taken: {}", reason, metadata.getName(), e.getMessage());
      }
    }
  }

  private Seen count(String key, String now) {
    synchronized (seen) {
      return seen.merge(
          key, new Seen(now, 1), (before, _) -> new Seen(before.first(), before.count() + 1));
    }
  }
}
