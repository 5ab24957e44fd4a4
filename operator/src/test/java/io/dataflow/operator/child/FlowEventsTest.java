package io.dataflow.operator.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dataflow.operator.resource.DataFlowResource;
import io.dataflow.testbed.cluster.Clusters;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Events on the real API server.
class FlowEventsTest {
  private final String namespace = Clusters.freshNamespace();
  private final KubernetesClient client = Clusters.shared().newClient();

  @AfterEach
  void end() {
    client.close();
  }

  private DataFlowResource flow(String name) {
    var flow = new DataFlowResource();
    flow.getMetadata().setNamespace(namespace);
    flow.getMetadata().setName(name);
    flow.getMetadata().setUid("uid-of-" + name);
    return flow;
  }

  private List<Event> events() {
    return client.v1().events().inNamespace(namespace).list().getItems();
  }

  @Test
  void theSameEventAgainIsTheSameObjectWithAHigherCount() {
    try (var events = new FlowEvents(client, Clock.systemUTC())) {
      events.warning(flow("orders"), "NoRoom", "there is no room");
      events.warning(flow("orders"), "NoRoom", "there is no room");
      events.warning(flow("orders"), "NoRoom", "there is no table");
      events.warning(flow("others"), "NoRoom", "there is no room");
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
      try (var events = new FlowEvents(client, Clock.systemUTC())) {
        events.normal(flow("orders"), "Made", "it was made");
      }
    }
    assertThat(events()).singleElement().extracting(Event::getReason).isEqualTo("Made");
  }

  @Test
  void whatIsNotTakenCostsTheNextOneNothing() {
    var nowhere = flow("orders");
    nowhere.getMetadata().setNamespace("no-such-namespace");
    try (var events = new FlowEvents(client, Clock.systemUTC())) {
      events.normal(nowhere, "Lost", "nobody hears this");
      events.normal(flow("orders"), "Heard", "somebody hears this");
    }
    assertThat(events()).singleElement().extracting(Event::getReason).isEqualTo("Heard");
  }
}
