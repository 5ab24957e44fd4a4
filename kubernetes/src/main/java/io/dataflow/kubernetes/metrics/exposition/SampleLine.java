package io.dataflow.kubernetes.metrics.exposition;

import java.util.ArrayList;

/// Reads one series of the exposition format: `name{label="value",…} number [time]`, and passes
/// over an exemplar after it. Exact, because one wrong line makes a Prometheus refuse the whole
/// page, the other pods' metrics included.
final class SampleLine {
  private final LineReader line;

  /// @param number of the line, for what is said about it
  SampleLine(int number, String line) {
    this.line = new LineReader(number, line);
  }

  Sample read() throws ExpositionException {
    var name = line.name(true);
    line.blanks();
    var labels = line.passes('{') ? labels() : "";
    return new Sample(name, labels, value());
  }

  private String labels() throws ExpositionException {
    var labels = new StringBuilder();
    var names = new ArrayList<String>();
    line.blanks();
    while (!line.passes('}')) {
      var name = line.name(false);
      if (names.contains(name)) {
        throw line.wrong("the label `" + name + "` twice");
      }
      names.add(name);
      var value = labelValue();
      if (!PodLabels.NAMES.contains(name)) {
        labels.append(labels.isEmpty() ? "" : ",").append(name).append('=').append(value);
      }
      line.blanks();
      if (!line.passes(',') && line.next() != '}') {
        throw line.wrong("a `,` or `}` is missing");
      }
      line.blanks();
    }
    return labels.toString();
  }

  /// The value with its quotes, escaped as it stands there.
  private String labelValue() throws ExpositionException {
    line.blanks();
    line.expect('=');
    line.blanks();
    int start = line.at();
    line.expect('"');
    while (!line.passes('"')) {
      if (line.passes('\\') && line.next() != '\\' && line.next() != '"' && line.next() != 'n') {
        throw line.wrong("an unknown `\\`");
      }
      if (line.isAtEnd()) {
        throw line.wrong("a `\"` is missing");
      }
      line.move();
    }
    return line.since(start);
  }

  private String value() throws ExpositionException {
    line.blanks();
    var number = line.word();
    if (!NumberText.isNumber(number)) {
      throw line.wrong("a number is missing");
    }
    line.blanks();
    if (line.isAtEnd() || line.next() == '#') {
      return number;
    }
    var time = line.word();
    line.blanks();
    if (!NumberText.isTime(time) || !line.isAtEnd() && line.next() != '#') {
      throw line.wrong("a time is missing");
    }
    return number + " " + time;
  }
}
