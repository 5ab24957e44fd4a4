package io.dataflow.runtime.contract.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.contract.Case;
import io.dataflow.runtime.contract.Records;
import java.util.LinkedHashSet;

/// A server that is away costs time and no record.
public interface SourceOutageContract extends SourceCases {

  @Case("a server that is away at the start is waited for, and read as soon as it is there")
  default void aServerThatIsAwayAtTheStartIsWaitedFor() {
    try (var place = source().breakable()) {
      place.origin().addNumbered(1, 10);
      place.server().takeDown();
      try (var route = route(place.origin()).read()) {
        route.until("a complaint", () -> !route.reports().unavailable().isEmpty());
        assertThat(route.reports().readyCount()).isZero();
        place.server().bringUp();
        route.until(10).untilIdle();
        assertThat(route.ids()).isEqualTo(SourceCases.numbers(1, 10));
        assertThat(route.reports().failures()).isEmpty();
      }
    }
  }

  @Case("a server that goes while the source waits: the flow is told, and what is new comes later")
  default void aServerThatGoesIsWaitedFor() throws UnavailableException {
    try (var place = source().breakable()) {
      place.origin().addNumbered(1, 10);
      try (var route = route(place.origin()).start()) {
        route.until(10).untilIdle();
        place.server().takeDown();
        route.until("a complaint", () -> !route.reports().unavailable().isEmpty());
        place.origin().addNumbered(11, 20);
        place.server().bringUp();
        route.until(20).untilIdle();
        assertThat(route.ids()).isEqualTo(SourceCases.numbers(1, 20));
        assertThat(route.reports().readyCount()).isEqualTo(2);
        assertThat(route.reports().failures()).isEmpty();
      }
    }
  }

  @Case("a server that goes in the middle of reading: every record comes, in order")
  default void aServerThatGoesInTheMiddleIsWaitedFor() throws UnavailableException {
    try (var place = source().breakable()) {
      place.origin().addNumbered(1, 50_000);
      try (var route = route(place.origin())) {
        route.taking(
            batch -> {
              route.keep(batch);
              if (route.batches().size() == 3) {
                place.server().takeDown();
                place.server().bringUp();
              }
            });
        route.start().until(50_000).untilIdle();
        assertThat(new LinkedHashSet<>(route.ids()))
            .containsExactlyElementsOf(SourceCases.numbers(1, 50_000));
        assertThat(route.reports().failures()).isEmpty();
      }
    }
  }

  @Case("a connection that is cut while nothing is read is opened again")
  default void aConnectionThatIsCutIsOpenedAgain() throws UnavailableException {
    try (var place = source().breakable();
        var route = route(place.origin()).start()) {
      for (int id = 1; id <= 3; id++) {
        place.origin().add(Records.body(id));
        route.until(id).untilIdle();
        place.server().cut();
      }
      assertThat(route.ids()).containsExactly(1, 2, 3);
      assertThat(route.reports().failures()).isEmpty();
    }
  }

  @Case("a stop while the server is away ends the source")
  default void aStopWhileTheServerIsAwayEnds() throws UnavailableException {
    try (var place = source().breakable()) {
      place.origin().addNumbered(1, 10);
      var route = route(place.origin()).start();
      route.until(10).untilIdle();
      place.server().takeDown();
      route.until("a complaint", () -> !route.reports().unavailable().isEmpty());
      route.close();
      assertThat(route.reports().failures()).isEmpty();
    }
  }

  @Case("the reason of an outage names the connector and no exception's class")
  default void theReasonOfAnOutageIsForPeople() {
    try (var place = source().breakable()) {
      place.server().takeDown();
      try (var route = route(place.origin()).read()) {
        route.until("a complaint", () -> !route.reports().unavailable().isEmpty());
        assertThat(route.reports().unavailable())
            .allSatisfy(
                why ->
                    assertThat(why.getMessage())
                        .startsWith("source " + source().type())
                        .doesNotContain("Exception"));
      }
    }
  }
}
