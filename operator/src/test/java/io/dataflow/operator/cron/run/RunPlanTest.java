package io.dataflow.operator.cron.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.spec.status.RunResult;
import io.dataflow.api.spec.status.RunStatus;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobConditionBuilder;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What comes next for runs whose Jobs are so, whatever has been written down of them.
class RunPlanTest {
  private static final int TRIGGERS = 2;
  private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-01-01T03:00:00Z");

  private final List<Job> jobs = new ArrayList<>();

  private RunPlan plan(List<RunStatus> before) {
    return RunPlan.of(
        before,
        new RunJobs(List.copyOf(jobs)),
        TRIGGERS,
        _ -> new ProcessorResult(Optional.of(7L), Optional.of(1L), Optional.empty()),
        run -> index -> run.id() + "-" + index,
        NOW);
  }

  private RunPlanTest processor(String id, String ended) {
    jobs.removeIf(job -> job.getMetadata().getName().equals("job-" + id));
    jobs.add(job("job-" + id, id, CronName.PROCESSOR, ended));
    return this;
  }

  private RunPlanTest trigger(String id, int index, String ended) {
    jobs.removeIf(job -> job.getMetadata().getName().equals(id + "-" + index));
    jobs.add(job(id + "-" + index, id, String.valueOf(index), ended));
    return this;
  }

  private static Job job(String name, String id, String index, String ended) {
    var job =
        new JobBuilder()
            .withNewMetadata()
            .withName(name)
            .withUid(name)
            .withCreationTimestamp("2026-01-01T02:00:0" + id.charAt(0) + "Z")
            .addToLabels(CronName.RUN_LABEL, id)
            .addToLabels(CronName.TRIGGER_LABEL, index)
            .endMetadata()
            .withNewStatus()
            .endStatus()
            .build();
    if (!ended.isEmpty()) {
      job.getStatus()
          .setConditions(
              List.of(
                  new JobConditionBuilder()
                      .withType(ended)
                      .withStatus("True")
                      .withMessage("so it is")
                      .withLastTransitionTime("2026-01-01T02:10:00Z")
                      .build()));
    }
    return job;
  }

  private static RunStatus only(RunPlan plan) {
    assertThat(plan.runs()).hasSize(1);
    return plan.runs().getFirst();
  }

  @Test
  void aNewJobIsANewRun() {
    var plan = processor("1a", "").plan(List.of());
    assertThat(only(plan).result()).isEqualTo(RunResult.RUNNING);
    assertThat(plan.next()).isEmpty();
  }

  @Test
  void theFirstTriggerIsWrittenDownBeforeItIsMade() {
    var plan = processor("1a", "Complete").plan(List.of());
    assertThat(only(plan).processedCount()).contains(7L);
    assertThat(plan.next().orElseThrow().triggerIndex()).contains(0);
    assertThat(only(plan).triggerJob()).isEmpty();
    assertThat(only(plan.made("1a-0")).triggerJob()).contains("1a-0");
  }

  @Test
  void aTriggerThatIsThereIsNotMadeAgainThoughNobodyHasWrittenItDown() {
    var before = processor("1a", "Complete").plan(List.of()).runs();
    var plan = trigger("1a", 0, "").plan(before);
    assertThat(plan.next()).isEmpty();
    assertThat(only(plan).triggerJob()).contains("1a-0");
  }

  @Test
  void aTriggerThatWasMadeAndIsGoneIsNotMadeAgain() {
    var before = processor("1a", "Complete").plan(List.of()).made("1a-0").runs();
    var plan = plan(before);
    assertThat(plan.next()).isEmpty();
    assertThat(only(plan).result()).isEqualTo(RunResult.FAILED);
    assertThat(only(plan).message().orElseThrow()).contains("1a-0", "deleted");
    assertThat(only(plan).completionTime()).contains(NOW);
  }

  @Test
  void theNextTriggerComesAfterTheOneBeforeHasSucceeded() {
    var before = processor("1a", "Complete").plan(List.of()).made("1a-0").runs();
    var plan = trigger("1a", 0, "Complete").plan(before);
    assertThat(plan.next().orElseThrow().triggerIndex()).contains(1);
    var over = trigger("1a", 1, "Complete").plan(plan.made("1a-1").runs());
    assertThat(only(over).result()).isEqualTo(RunResult.COMPLETED);
    assertThat(only(over).completionTime()).isPresent();
  }

  @Test
  void allThatHasHappenedWhileNobodyLookedIsSeenAtOnce() {
    var plan =
        processor("1a", "Complete")
            .trigger("1a", 0, "Complete")
            .trigger("1a", 1, "Complete")
            .plan(List.of());
    assertThat(only(plan).result()).isEqualTo(RunResult.COMPLETED);
    assertThat(plan(plan.runs())).isEqualTo(plan);
  }

  @Test
  void aFailedProcessorStartsNothing() {
    var plan = processor("1a", "Failed").plan(List.of());
    assertThat(only(plan).result()).isEqualTo(RunResult.FAILED);
    assertThat(only(plan).message()).contains("Job job-1a: so it is");
    assertThat(plan.next()).isEmpty();
  }

  @Test
  void runsHaveTheirTriggersOneAfterTheOther() {
    var before =
        processor("1a", "Complete").processor("2b", "Complete").plan(List.of()).made("1a-0").runs();
    assertThat(before).extracting(RunStatus::result).containsOnly(RunResult.RUNNING_TRIGGERS);
    assertThat(trigger("1a", 0, "").plan(before).next()).isEmpty();
    var later = trigger("1a", 0, "Failed").plan(before);
    assertThat(later.runs().getFirst().result()).isEqualTo(RunResult.FAILED);
    assertThat(later.next().orElseThrow().id()).isEqualTo("2b");
  }

  @Test
  void anOldRunWhoseJobIsThereStaysOver() {
    for (int i = 1; i <= 9; i++) {
      processor(i + "a", "Failed").processor(i + "b", "Failed");
    }
    var all = plan(List.of()).runs();
    assertThat(all).hasSize(18);
    jobs.removeIf(job -> job.getMetadata().getName().startsWith("job-1"));
    assertThat(plan(all).runs()).hasSize(16).isEqualTo(plan(plan(all).runs()).runs());
    jobs.clear();
    assertThat(plan(all).runs()).hasSize(10);
  }

  @Test
  void aRunWhoseJobIsGoneBeforeItsEndHasFailed() {
    var before = processor("1a", "").plan(List.of()).runs();
    jobs.clear();
    assertThat(only(plan(before)).message().orElseThrow()).contains("deleted before it had ended");
  }
}
