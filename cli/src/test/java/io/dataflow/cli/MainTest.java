package io.dataflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  @ParameterizedTest
  @ValueSource(strings = {"demo", "run", "validate", "explain", "test", "processor"})
  void everyCommandIsExplainedWithAnExample(String command) {
    var run = CommandLineRun.of(command, "--help");
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("Usage: dataflow " + command, "Example", "  dataflow " + command, "Exit codes:");
    assertThat(run.lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void showsItsCommandsAndNotTheHiddenOne() {
    var run = CommandLineRun.of("--help");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("demo", "run", "validate", "test", "processor");
    assertThat(run.out()).doesNotContain("generate-completion");
  }

  @Test
  void completesInAShell() {
    var run = CommandLineRun.of("generate-completion");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("complete -F _complete_dataflow");
  }

  @Test
  void tellsItsVersion() {
    assertThat(CommandLineRun.of("--version").lines().getFirst()).startsWith("dataflow ");
  }

  @Test
  void wantsACommand() {
    var run = CommandLineRun.of();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("Commands:", "dataflow: a command is missing.");
  }

  @Test
  void saysWhatIsMeantBySomethingMistyped() {
    var run = CommandLineRun.of("validate-all");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualToNormalizingNewlines(
            """
            dataflow: Unmatched argument at index 0: 'validate-all'
            Did you mean: dataflow validate or dataflow test?
            """);
  }

  @Test
  void saysHowACommandIsUsed() {
    var run = CommandLineRun.of("run", "flow.yaml", "--until-idle", "3");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualToNormalizingNewlines(
            """
            dataflow: Invalid value for option '--until-idle': `3` has no unit. Write for example\
             `500ms`, `30s` or `1h30m`.
            How it is used: dataflow run --help
            """);
  }
}
