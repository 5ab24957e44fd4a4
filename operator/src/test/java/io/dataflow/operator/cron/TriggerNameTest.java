package io.dataflow.operator.cron;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.operator.cron.run.CronName;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The names of triggers' Jobs.
class TriggerNameTest {
  @Test
  void areThoseOfTheirRun() {
    assertThat(TriggerName.of(new CronName("shop", "nightly"), "5f0c2a9e", 2))
        .isEqualTo("dfc-nightly-5f0c2a9e-trigger-2");
  }

  @Test
  void areCutAndStayDifferentWhereTheyWouldBeTooLong() {
    var cron = new CronName("shop", "n".repeat(48));
    var names =
        IntStream.range(0, 16).mapToObj(index -> TriggerName.of(cron, "5f0c2a9e", index)).toList();
    assertThat(names)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.length() == 63 && name.matches("[a-z0-9]([-a-z0-9]*[a-z0-9])?"));
  }
}
