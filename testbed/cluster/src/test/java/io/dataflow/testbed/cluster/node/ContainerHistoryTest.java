package io.dataflow.testbed.cluster.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ContainerStateTerminatedBuilder;
import org.junit.jupiter.api.Test;

/// A status is written at any moment: what it says of two runs must belong together.
class ContainerHistoryTest {
  private final ContainerHistory history =
      new ContainerHistory(new ContainerBuilder().withName("main").build(), () -> {});

  @Test
  void countsARestartWhenWhatEndedIsTheLastState() {
    history.begin();
    history.running();
    history.terminated(new ContainerStateTerminatedBuilder().withExitCode(137).build());

    history.begin();
    assertThat(history.status().getRestartCount()).isZero();
    assertThat(history.status().getState().getTerminated().getExitCode()).isEqualTo(137);

    history.running();
    assertThat(history.status().getRestartCount()).isOne();
    assertThat(history.status().getLastState().getTerminated().getExitCode()).isEqualTo(137);
  }
}
