package io.dataflow.runtime.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistogramTest {
  private final Histogram histogram = new Histogram(Labels.EMPTY, Histogram.doubling(64, 3));

  @Test
  void putsEachWhereItBelongs() {
    histogram.observeEach(List.of(1L, 64L, 65L, 256L, 257L, 1_000_000L), Long::longValue);
    histogram.observe(100, 3);
    var snapshot = histogram.snapshot();
    assertThat(snapshot.getCount()).isEqualTo(9);
    assertThat(snapshot.getSum()).isEqualTo(1 + 64 + 65 + 256 + 257 + 1_000_000 + 300);
    assertThat(snapshot.getClassicBuckets().stream().map(bucket -> bucket.getCount()))
        .containsExactly(2L, 4L, 1L, 2L);
    assertThat(snapshot.getClassicBuckets().getUpperBound(1)).isEqualTo(128);
  }
}
