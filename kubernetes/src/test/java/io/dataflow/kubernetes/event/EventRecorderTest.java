package io.dataflow.kubernetes.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dataflow.testbed.cluster.Clusters;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Events on the real API server.
class EventRecorderTest {
  private final String namespace = Clusters.freshNamespace();
  private final KubernetesClient client = Clusters.shared().newClient();

  @AfterEach
  void end() {
    client.close();
  }

  private EventRecorder recorder() {
    return new EventRecorder(client, "test-controller", "test", Clock.systemUTC());
  }

  private ConfigMap object(String name) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withNamespace(namespace)
        .withName(name)
        .withUid("uid-of-" + name)
        .endMetadata()
        .build();
  }

  private List<Event> events() {
    return client.v1().events().inNamespace(namespace).list().getItems();
  }

  @Test
  void theSameEventAgainIsTheSameObjectWithAHigherCount() {
    try (var events = recorder()) {
      events.warning(object("orders"), "NoRoom", "there is no room");
      events.warning(object("orders"), "NoRoom", "there is no room");
      events.warning(object("orders"), "NoRoom", "there is no table");
      events.warning(object("others"), "NoRoom", "there is no room");
    }
    assertThat(events())
        .extracting(
            event -> event.getInvolvedObject().getName(), Event::getMessage, Event::getCount)
        .containsExactlyInAnyOrder(
            tuple("orders", "there is no room", 2),
            tuple("orders", "there is no table", 1),
            tuple("others", "there is no room", 1));
  }

  @Test
  void anOperatorThatStartsAnewMeetsTheEventsOfTheOneBefore() {
    for (int life = 0; life < 2; life++) {
      try (var events = recorder()) {
        events.normal(object("orders"), "Made", "it was made");
      }
    }
    assertThat(events()).singleElement().extracting(Event::getReason).isEqualTo("Made");
  }

  @Test
  void whatIsNotTakenCostsTheNextOneNothing() {
    var nowhere = object("orders");
    nowhere.getMetadata().setNamespace("no-such-namespace");
    try (var events = recorder()) {
      events.normal(nowhere, "Lost", "nobody hears this");
      events.normal(object("orders"), "Heard", "somebody hears this");
    }
    assertThat(events()).singleElement().extracting(Event::getReason).isEqualTo("Heard");
  }
}
