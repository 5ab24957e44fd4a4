package io.dataflow.kubernetes.metrics.exposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpositionTest {
  private static final PodLabels POD = PodLabels.of("shop", "o", "o-1");

  private static String written(String line) throws ExpositionException {
    var text = new StringBuilder();
    Exposition.read(line).getFirst().samples().getFirst().write(POD, text);
    assertThat(text.toString()).contains("{" + POD.labels()).endsWith("\n");
    return text.toString()
        .replace(POD.labels() + ",", "")
        .replace("{" + POD.labels() + "}", "")
        .strip();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a 1",
        "a:b_c9 -1.5e-7",
        "a NaN",
        "a +Inf",
        "a -Inf",
        "a{x=\"1\"} 1 1712345678901",
        "a{x=\"\",y=\"a b\"} .5",
        "a{x=\"say \\\"hi\\\" \\\\ to\\nall\"} 1",
        "a{x=\"} 2 # {\"} 1",
        "a{x=\"ü🚀,=\"} 1",
      })
  void aSeriesIsTheSameAfterwards(String line) throws ExpositionException {
    assertThat(written(line)).isEqualTo(line);
  }

  @Test
  void blanksAndExemplarsAndEmptyBracesAreLeftOut() throws ExpositionException {
    assertThat(written("a { x = \"1\" , y=\"2\", }  3   4 ")).isEqualTo("a{x=\"1\",y=\"2\"} 3 4");
    assertThat(written("a_bucket{le=\"1\"} 3 # {trace_id=\"x\"} 0.5 1.5"))
        .isEqualTo("a_bucket{le=\"1\"} 3");
    assertThat(written("a{} 1")).isEqualTo("a 1");
  }

  @Test
  void familiesAreTheirSeriesWithTypeAndHelp() throws ExpositionException {
    var families =
        Exposition.read(
            """
            # a remark
            # HELP h Time, in \\n seconds.
            # TYPE h histogram
            h_bucket{le="1"} 1
            h_bucket{le="+Inf"} 2
            h_sum 3
            h_count 2

            # TYPE c counter
            c 1
            loose_sum 7
            # EOF
            """);
    assertThat(families)
        .extracting(MetricFamily::name, MetricFamily::type, it -> it.samples().size())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("h", MetricType.HISTOGRAM, 4),
            org.assertj.core.groups.Tuple.tuple("c", MetricType.COUNTER, 1),
            org.assertj.core.groups.Tuple.tuple("loose_sum", MetricType.UNTYPED, 1));
    assertThat(families.getFirst().head())
        .isEqualTo("# HELP h Time, in \\n seconds.\n# TYPE h histogram\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a x",
        "a 1 2 3",
        "a 1 x",
        "a 0x1p3",
        "1a 1",
        "{x=\"1\"} 1",
        "a{x=1} 1",
        "a{x=\"1} 1",
        "a{x=\"\\q\"} 1",
        "a{x=\"1\" y=\"2\"} 1",
        "a{x=\"1\",x=\"2\"} 1",
        "a{x=\"1\"",
        "a{x=\"1\\",
        "a{:x=\"1\"} 1",
        "# TYPE a thing",
        "# TYPE a gauge\n# TYPE a gauge",
        "<html>",
      })
  void anythingElseIsRefusedWithItsLine(String text) {
    assertThatThrownBy(() -> Exposition.read("ok 1\n" + text))
        .isInstanceOf(ExpositionException.class)
        .hasMessageMatching("line [23]: .*");
  }

  @Test
  void labelsThatSayWhoseItIsAreNotBelieved() throws ExpositionException {
    assertThat(written("a{namespace=\"bank\",name=\"gold\",x=\"1\",pod=\"p\"} 1"))
        .isEqualTo("a{x=\"1\"} 1");
    assertThat(PodLabels.of("a\"b", "c\\d", "e\nf").labels())
        .isEqualTo("namespace=\"a\\\"b\",name=\"c\\\\d\",pod=\"e\\nf\"");
  }
}
