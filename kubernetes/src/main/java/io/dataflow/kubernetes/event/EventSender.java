package io.dataflow.kubernetes.event;

import static java.net.HttpURLConnection.HTTP_CONFLICT;

import io.dataflow.kubernetes.failure.ApiServerException;
import io.dataflow.kubernetes.failure.NamespaceTerminating;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes events to the API server, one after the other, so that no reconcile waits for them.
///
/// An event is a courtesy, and a status says the same: what does not fit into the queue is
/// dropped, and what the API server does not take is not sent again.
final class EventSender implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EventSender.class);
  private static final int CAPACITY = 10_000;
  private static final Duration TIMEOUT = Duration.ofSeconds(1);
  private static final Event LAST = new Event();

  private final KubernetesClient client;
  private final String fieldManager;
  private final BlockingQueue<Event> queue = new ArrayBlockingQueue<>(CAPACITY);
  private final Thread worker = Thread.ofVirtual().name("events").start(this::work);

  EventSender(KubernetesClient client, String fieldManager) {
    this.client = client;
    this.fieldManager = fieldManager;
  }

  void send(Event event) {
    if (!queue.offer(event)) {
      LOG.warn("{} events are waiting: {} is dropped", CAPACITY, name(event));
    }
  }

  private void work() {
    try {
      for (var event = queue.take(); event != LAST; event = queue.take()) {
        deliver(event);
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private void deliver(Event event) {
    try {
      if (event.getCount() > 1 || !isNew(event)) {
        client.resource(event).fieldManager(fieldManager).forceConflicts().serverSideApply();
      }
      LOG.debug("Emitted Kubernetes event {}", name(event));
    } catch (KubernetesClientException e) {
      if (!NamespaceTerminating.isCauseOf(e)) {
        LOG.warn("event {} was not taken: {}", name(event), ApiServerException.why(e));
      }
    } catch (RuntimeException e) {
      // The events behind this one must not be lost with it.
      LOG.warn("event {} could not be sent", name(event), e);
    }
  }

  /// Makes it, which costs the API server less than to apply it; not when it is there from the life
  /// of another operator.
  private boolean isNew(Event event) {
    try {
      client.resource(event).create();
      return true;
    } catch (KubernetesClientException e) {
      if (e.getCode() == HTTP_CONFLICT) {
        return false;
      }
      throw e;
    }
  }

  private static String name(Event event) {
    return event.getReason() + " of " + event.getInvolvedObject().getName();
  }

  /// Sends what is waiting, if that is soon done.
  @Override
  public void close() {
    try {
      if (!queue.offer(LAST, TIMEOUT.toMillis(), TimeUnit.MILLISECONDS) || !worker.join(TIMEOUT)) {
        worker.interrupt();
      }
    } catch (InterruptedException stopped) {
      worker.interrupt();
      Thread.currentThread().interrupt();
    }
  }
}
