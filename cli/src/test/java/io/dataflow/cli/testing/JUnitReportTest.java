package io.dataflow.cli.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.cli.sample.SampleReport;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class JUnitReportTest {
  private static final Instant BEGIN = Instant.parse("2026-03-01T10:15:00.5Z");
  private static final Duration TIME = Duration.ofMillis(1234);

  private static SampleResult compared(String folder, String... differences) {
    var all = List.of(differences).stream().map(it -> List.of(it.split("\n"))).toList();
    var report = new SampleReport(Path.of(folder), 1, "1 in", all);
    return new SampleResult.Compared(report, Duration.ofMillis(7));
  }

  private static Element read(SampleResult... results) throws Exception {
    var text = JUnitReport.of(List.of(results), BEGIN, TIME);
    var document =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    return document.getDocumentElement();
  }

  private static Element one(Element root, String name) {
    assertThat(root.getElementsByTagName(name).getLength()).isEqualTo(1);
    return (Element) root.getElementsByTagName(name).item(0);
  }

  @Test
  void countsAndTimesAreWhereCiSystemsLook() throws Exception {
    var root =
        read(
            compared("samples/a"),
            compared("samples/b", "out.jsonl:1: other"),
            new SampleResult.Unusable(Path.of("samples/c"), "flow.yaml: no\nmore", Duration.ZERO));
    assertThat(root.getTagName()).isEqualTo("testsuites");
    var suite = one(root, "testsuite");
    for (var element : List.of(root, suite)) {
      assertThat(element.getAttribute("tests")).isEqualTo("3");
      assertThat(element.getAttribute("failures")).isEqualTo("1");
      assertThat(element.getAttribute("errors")).isEqualTo("1");
      assertThat(element.getAttribute("time")).isEqualTo("1.234");
    }
    assertThat(suite.getAttribute("timestamp")).isEqualTo("2026-03-01T10:15:00");
    var error = one(suite, "error");
    assertThat(error.getAttribute("message")).isEqualTo("flow.yaml: no");
    assertThat(error.getTextContent()).isEqualTo("flow.yaml: no\nmore");
  }

  @Test
  void aTestcaseSaysWhichSampleItIs() throws Exception {
    var testcase = one(read(compared("./project/samples/router")), "testcase");
    assertThat(testcase.getAttribute("name")).isEqualTo("router");
    assertThat(testcase.getAttribute("classname")).isEqualTo("project.samples");
    assertThat(testcase.getAttribute("file")).isEqualTo("./project/samples/router/flow.yaml");
    assertThat(testcase.getAttribute("time")).isEqualTo("0.007");
    assertThat(testcase.getElementsByTagName("*").getLength()).isZero();
    assertThat(one(read(compared("mine")), "testcase").getAttribute("classname"))
        .isEqualTo("samples");
  }

  @Test
  void whateverIsInAMessageCanBeReadBack() throws Exception {
    var text = "expected \"<a>&'b' ]]> \u0001\u001b\uFFFF 日本 👍\"";
    var failure = one(read(compared("a/b", "out.jsonl:1: $.a\n  " + text)), "failure");
    assertThat(failure.getAttribute("message")).isEqualTo("1 difference; out.jsonl:1: $.a");
    assertThat(failure.getTextContent())
        .isEqualTo("out.jsonl:1: $.a\n  expected \"<a>&'b' ]]> ��� 日本 👍\"");
    var lone = one(read(compared("a/b", "out.jsonl:1: \uD800 \u0002")), "failure");
    assertThat(lone.getAttribute("message")).isEqualTo("1 difference; out.jsonl:1: � �");
  }
}
