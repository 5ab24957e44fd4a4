package io.dataflow.operator.child;

import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes a flow's events (`docs/lifecycle.md`). The same event again is the same object with a
/// higher count, not another one.
public final class FlowEvents implements AutoCloseable {
  /// The recorder's documented name.
  static final String RECORDER = "dataflow-controller";

  private static final int REMEMBERED = 10_000;

  private final EventPost post;
  private final Clock clock;
  private final Map<String, Seen> seen =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
          return size() > REMEMBERED;
        }
      };

  private record Seen(String first, int count) {}

  /// Events by this client.
  public FlowEvents(KubernetesClient client, Clock clock) {
    this.post = new EventPost(client);
    this.clock = clock;
  }

  /// Something that is as it should be.
  public void normal(HasMetadata flow, String reason, String message) {
    write(flow, "Normal", reason, message);
  }

  /// Something that is not.
  public void warning(HasMetadata flow, String reason, String message) {
    write(flow, "Warning", reason, message);
  }

  private void write(HasMetadata flow, String type, String reason, String message) {
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
    post.send(event);
  }

  @Override
  public void close() {
    post.close();
  }

  private Seen count(String key, String now) {
    synchronized (seen) {
      return seen.merge(
          key, new Seen(now, 1), (before, _) -> new Seen(before.first(), before.count() + 1));
    }
  }
}
