package io.dataflow.cli.testing;

import io.dataflow.cli.terminal.Amount;
import io.dataflow.cli.terminal.CommandException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Results in the XML that JUnit's runners write and CI systems read: a `testcase` for each sample,
/// with a `failure` for one whose output differs and an `error` for one that is no sample.
public final class JUnitReport {
  private static final String NAME = "dataflow test";
  // XML 1.0 has no way at all to write these.
  private static final String UNWRITABLE =
      "[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]";

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  private JUnitReport() throws XMLStreamException {
    xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
  }

  /// Writes the results into a file.
  ///
  /// @param begin when the samples began to run
  /// @param time that all of them took together
  /// @throws CommandException when the file cannot be written
  public static void write(
      Path file, Collection<SampleResult> results, Instant begin, Duration time) {
    try {
      var parent = file.toAbsolutePath().getParent();
      Files.createDirectories(parent);
      Files.writeString(file, of(results, begin, time));
    } catch (IOException e) {
      throw new CommandException(
          "--junit: " + file + " cannot be written. Look at its permissions.", e);
    }
  }

  static String of(Collection<SampleResult> results, Instant begin, Duration time) {
    try {
      var report = new JUnitReport();
      report.suites(results, begin, time);
      return report.text.toString();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("XML into memory", e);
    }
  }

  private void suites(Collection<SampleResult> results, Instant begin, Duration time)
      throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    line(0);
    start("testsuites", results, time);
    line(1);
    start("testsuite", results, time);
    attribute("skipped", "0");
    var seconds = begin.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
    attribute("timestamp", DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(seconds));
    for (var result : results) {
      testcase(result);
    }
    line(1);
    xml.writeEndElement();
    line(0);
    xml.writeEndElement();
    line(0);
    xml.writeEndDocument();
  }

  private void start(String element, Collection<SampleResult> results, Duration time)
      throws XMLStreamException {
    xml.writeStartElement(element);
    attribute("name", NAME);
    attribute("tests", Integer.toString(results.size()));
    attribute("failures", count(results.stream().filter(it -> isFailure(it)).count()));
    attribute("errors", count(results.stream().filter(it -> isError(it)).count()));
    attribute("time", seconds(time));
  }

  private void testcase(SampleResult result) throws XMLStreamException {
    line(2);
    xml.writeStartElement("testcase");
    attribute("name", name(result.folder()));
    attribute("classname", group(result.folder()));
    attribute("file", result.folder().resolve("flow.yaml").toString());
    attribute("time", seconds(result.time()));
    switch (result) {
      case SampleResult.Compared(var report, var _) when !report.differences().isEmpty() ->
          problem("failure", message(report.differences()), text(report.differences()));
      case SampleResult.Compared _ -> {
        // It has passed.
      }
      case SampleResult.Unusable unusable ->
          problem("error", unusable.why().lines().findFirst().orElse(""), unusable.why());
    }
    xml.writeEndElement();
  }

  private void problem(String element, String message, String body) throws XMLStreamException {
    line(3);
    xml.writeStartElement(element);
    attribute("message", message);
    attribute("type", element.equals("failure") ? "difference" : "sample");
    xml.writeCharacters(writable(body));
    xml.writeEndElement();
    line(2);
  }

  private static String message(List<List<String>> differences) {
    return Amount.count(differences.size(), "difference")
        + "; "
        + differences.getFirst().getFirst();
  }

  private static String text(List<List<String>> differences) {
    return differences.stream().flatMap(List::stream).collect(Collectors.joining("\n"));
  }

  /// The last name of the folder.
  private static String name(Path folder) {
    return folder.toAbsolutePath().normalize().getFileName().toString();
  }

  /// The folders above it with dots between them: CI systems group by it as by a package.
  private static String group(Path folder) {
    return Optional.ofNullable(folder.normalize().getParent())
        .map(Path::toString)
        .map(parents -> parents.replaceAll("[/\\\\.]+", ".").replaceAll("^\\.|\\.$", ""))
        .filter(parents -> !parents.isEmpty())
        .orElse("samples");
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, writable(value));
  }

  private void line(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  private static boolean isFailure(SampleResult result) {
    return result instanceof SampleResult.Compared && !result.passed();
  }

  private static boolean isError(SampleResult result) {
    return result instanceof SampleResult.Unusable;
  }

  private static String writable(String text) {
    return text.replaceAll(UNWRITABLE, "�");
  }

  private static String count(long count) {
    return Long.toString(count);
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.3f", time.toNanos() / 1e9);
  }
}
