package io.dataflow.operator.workload.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.operator.workload.ProcessorDefaults;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RestrictedPodTest {
  private static PodSecurityContext pod(boolean openShift) {
    return RestrictedPod.pod(new ProcessorDefaults("image:1", false, openShift, Map.of()));
  }

  @Test
  void hasAUserOfItsOwn() {
    assertThat(pod(false).getRunAsUser()).isEqualTo(65532);
    assertThat(pod(false).getFsGroup()).isEqualTo(65532);
  }

  @Test
  void hasTheUserThatOpenShiftGivesItAndIsAsRestricted() {
    var pod = pod(true);
    assertThat(pod.getRunAsUser()).isNull();
    assertThat(pod.getRunAsGroup()).isNull();
    assertThat(pod.getFsGroup()).isNull();
    assertThat(pod.getRunAsNonRoot()).isTrue();
    assertThat(pod.getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
  }
}
