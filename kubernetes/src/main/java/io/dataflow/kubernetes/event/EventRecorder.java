package io.dataflow.kubernetes.event;

import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes the events of resources. The same event again is the same object with a
/// higher count, not another one.
public final class EventRecorder implements AutoCloseable {
  private static final int MOST_SERIES = 10_000;

  private final EventSender sender;
  private final String component;
  private final Clock clock;
  private final Map<String, EventSeries> series =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, EventSeries> eldest) {
          return size() > MOST_SERIES;
        }
      };

  private record EventSeries(String first, int count) {}

  /// @param component who reports the events
  /// @param fieldManager who the API server notes as their writer
  public EventRecorder(
      KubernetesClient client, String component, String fieldManager, Clock clock) {
    this.sender = new EventSender(client, fieldManager);
    this.component = component;
    this.clock = clock;
  }

  /// Something that is as it should be.
  public void normal(HasMetadata regarding, String reason, String message) {
    write(regarding, "Normal", reason, message);
  }

  /// Something that is not.
  public void warning(HasMetadata regarding, String reason, String message) {
    write(regarding, "Warning", reason, message);
  }

  private void write(HasMetadata regarding, String type, String reason, String message) {
    var metadata = regarding.getMetadata();
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
                    .withApiVersion(regarding.getApiVersion())
                    .withKind(regarding.getKind())
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
            .withNewSource(component, null)
            .withReportingComponent(component)
            .withReportingInstance("")
            .build();
    sender.send(event);
  }

  @Override
  public void close() {
    sender.close();
  }

  private EventSeries count(String key, String now) {
    synchronized (series) {
      return series.merge(
          key,
          new EventSeries(now, 1),
          (before, _) -> new EventSeries(before.first(), before.count() + 1));
    }
  }
}
