package io.dataflow.cli.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.model.secret.Secrets;
import io.dataflow.api.spec.DataFlowSpec;
import io.dataflow.api.spec.Manifest;
import io.dataflow.api.spec.Reading;
import io.dataflow.cli.terminal.Terminal;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class FlowPictureTest {
  @Test
  void showsStepsAndWaysOut() {
    assertThat(
            picture(
                """
                source: {type: kafka, config: {brokers: [k:9092], topic: orders}}
                transformations:
                  - {type: filter, config: {condition: $.a}}
                  - {type: mask, when: $.b, config: {fields: [card, $.x.y]}}
                  - {type: timestamp}
                  - type: router
                    config:
                      routes:
                        - condition: $.total >= 900
                          sink: {type: postgresql, config: {connectionString: postgres://u:geheim@h/d, table: large}}
                sink: {type: kafka, config: {brokers: [k:9092], topic: clean}}
                errors: {type: kafka, config: {brokers: [k:9092], topic: broken}}
                """))
        .isEqualTo(
            """
              ╭───────────────╮
              │ kafka  orders │
              ╰─┬─────────────╯
                │  1 filter     $.a
                │  2 mask       card, $.x.y  when $.b
                │  3 timestamp  created_at
                │  4 router
                ├─▶ route-0  postgresql  large   when $.total >= 900
                ├─▶ main     kafka       clean
                ╰─▶ errors   kafka       broken\
            """);
  }

  @Test
  void showsWhichEndpointsAndTemplates() {
    assertThat(
            picture(
                """
                source: {type: camel, config: {uri: 'file:/data/in'}}
                transformations:
                  - {type: template, config: {name: geo-lookup, parameters: {host: geo}}}
                sink: {type: kamelet, config: {name: log-sink}}
                """))
        .isEqualTo(
            """
              ╭──────────────────────╮
              │ camel  file:/data/in │
              ╰─┬────────────────────╯
                │  1 template  geo-lookup
                ╰─▶ main  kamelet  log-sink\
            """);
  }

  @Test
  void aFlowMayHaveNoSteps() {
    assertThat(
            picture(
                """
                source: {type: postgresql, config: {connectionString: 'postgres://h/d', query: SELECT 1}}
                sink: {type: kafka, config: {brokers: [k:9092], topic: clean}}
                """))
        .isEqualTo(
            """
              ╭──────────────────────╮
              │ postgresql  SELECT 1 │
              ╰─┬────────────────────╯
                ╰─▶ main  kafka  clean\
            """);
  }

  private static String picture(String spec) {
    var nowhere = new PrintWriter(new StringWriter());
    var terminal = Terminal.plain(InputStream.nullInputStream(), nowhere, nowhere);
    return String.join("\n", new FlowPicture(terminal, read(spec)).lines());
  }

  private static DataFlowSpec read(String spec) {
    return ((Reading.Valid) Manifest.parse(spec).bind(Secrets.none())).flow().spec();
  }
}
