package io.dataflow.api.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.model.problem.Problem;
import io.dataflow.api.spec.Manifest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is said of templates and endpoints before a flow runs.
class EndpointCheckTest {
  private static final Set<String> COMPONENTS = Set.of("http", "file", "timer", "log", "kamelet");

  private static final String STEP =
      """
      - routeTemplate:
          id: geo-lookup
          parameters:
            - {name: host}
            - {name: path, defaultValue: /geo}
          from:
            uri: kamelet:source
            steps:
              - to: "http://{{host}}{{path}}"
              - to: kamelet:sink
      """;

  private static final String KAMELET =
      """
      apiVersion: camel.apache.org/v1
      kind: Kamelet
      metadata: {name: ticks}
      spec:
        definition:
          required: [period]
          properties:
            period: {type: integer}
            mode: {type: string, enum: [slow, fast], default: slow}
            apiKey: {type: string, format: password}
        template:
          from:
            uri: timer:ticks
            parameters: {period: "{{period}}"}
            steps:
              - to: kamelet:sink
      """;

  private static List<String> problems(Templates templates, Set<String> allowed, String manifest) {
    var spec = Manifest.parse(manifest).outline().orElseThrow().spec();
    return EndpointCheck.of(spec, templates, new Schemes(allowed), COMPONENTS::contains).stream()
        .map(Problem::toString)
        .toList();
  }

  private static List<String> step(String config, String... files) {
    return problems(
        templates(files),
        Set.of(),
        """
        source: {type: kafka, config: {brokers: ["kafka:9092"], topic: orders}}
        transformations: [{type: template, config: %s}]
        sink: {type: kafka, config: {brokers: ["kafka:9092"], topic: out}}
        """
            .formatted(config));
  }

  private static List<String> source(String source, String... files) {
    return problems(
        templates(files),
        Set.of(),
        "source: %s\nsink: {type: kafka, config: {brokers: [\"kafka:9092\"], topic: out}}\n"
            .formatted(source));
  }

  private static Templates templates(String... files) {
    return Templates.of(
        java.util.stream.IntStream.range(0, files.length)
            .mapToObj(i -> new TemplateFile("t" + i + ".yaml", files[i]))
            .toList());
  }

  @Test
  void nothingIsSaidOfWhatIsRight() {
    assertThat(step("{name: geo-lookup, parameters: {host: geo}}", STEP)).isEmpty();
    assertThat(source("{type: kamelet, config: {name: ticks, properties: {period: 5}}}", KAMELET))
        .isEmpty();
  }

  @Test
  void aTemplateThatIsMissingIsNamedWithTheNearest() {
    assertThat(step("{name: geo-lokup}", STEP))
        .containsExactly(
            "spec.transformations[0].config.name: template `geo-lokup` is not known. Did you mean"
                + " `geo-lookup`? There is only `geo-lookup`.");
  }

  @Test
  void parametersAreAskedForAndSlipsAreFound() {
    assertThat(step("{name: geo-lookup, parameters: {hots: geo}}", STEP))
        .containsExactly(
            "spec.transformations[0].config.parameters.hots: template `geo-lookup` has no such"
                + " parameter: `hots` is not known. Did you mean `host`? There are `host`, `path`.",
            "spec.transformations[0].config.parameters.host: missing. Template `geo-lookup` needs"
                + " it.");
  }

  @Test
  void aKameletsOwnSchemaIsKept() {
    assertThat(
            source(
                "{type: kamelet, config: {name: ticks, properties: {period: often, mode: fats}}}",
                KAMELET))
        .containsExactly(
            "spec.source.config.properties.period: wants a whole number, for example `period: 10`.",
            "spec.source.config.properties.mode: `fats` is not known. Did you mean `fast`? There"
                + " are `slow`, `fast`.");
  }

  @Test
  void twoOfOneNameAndWhatIsNoYamlAreFoundInTheirFiles() {
    assertThat(
            step("{name: geo-lookup, parameters: {host: geo}}", STEP, STEP, "- routeTemplate: [\n"))
        .hasSize(2)
        .anyMatch(
            it ->
                it.equals(
                    "t1.yaml: template `geo-lookup` is in t0.yaml already. Give one of the two"
                        + " another name."))
        .anyMatch(it -> it.startsWith("t2.yaml: line "));
  }

  @Test
  void aTemplateThatEndsNowhereOrBeginsElsewhereIsRefused() {
    assertThat(
            step(
                "{name: geo-lookup, parameters: {host: geo}}",
                STEP.replace("kamelet:sink", "log:end")))
        .containsExactly(
            "t0.yaml: template `geo-lookup`: nothing in it goes to `kamelet:sink`, so it swallows"
                + " each message. End it with `- to: kamelet:sink`.");
    assertThat(step("{name: ticks, parameters: {period: 5}}", KAMELET))
        .containsExactly(
            "t0.yaml: template `ticks`: a step begins at `kamelet:source`, and it begins at"
                + " `timer:ticks`. Change its `from`.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/tmp/../etc", "/tmp/%2e%2e/etc", "/tmpfs", "///etc", "tmp/a", "//etc"})
  void aFolderThatLeadsElsewhereIsRefused(String folder) {
    var manifest =
        "source: {type: camel, config: {uri: \"file:%s\"}}\nsink: {type: camel, config: {uri: \"http://a\"}}\n"
            .formatted(folder);
    assertThat(problems(Templates.none(), Set.of(), manifest))
        .singleElement()
        .asString()
        .contains("`file` may use folders in");
  }

  @Test
  void whatReachesThePodIsRefusedUnlessItIsAllowed() {
    var manifest =
        """
        source: {type: camel, config: {uri: "file:/etc/dataflow"}}
        transformations: [{type: camel, config: {uri: "exec:rm"}}]
        sink: {type: camel, config: {uri: "nosuch:x"}}
        errors: {type: camel, config: {uri: "file:/tmp/dead"}}
        """;
    assertThat(problems(Templates.none(), Set.of(), manifest))
        .containsExactly(
            "spec.source.config.uri: `file` may use folders in `/tmp`, `/data` and `/mnt` only."
                + " Mount the folder there, or have `file` allowed where the processor runs.",
            "spec.transformations[0].config.uri: `exec` is not allowed: it starts processes in the"
                + " pod. Take another, or have `exec` allowed where the processor runs.",
            "spec.sink.config.uri: component `nosuch` is not in this processor. Add the jars of"
                + " `camel-nosuch` to its image.");
    assertThat(problems(Templates.none(), Set.of("file", "exec"), manifest))
        .containsExactly(
            "spec.transformations[0].config.uri: component `exec` is not in this processor. Add the"
                + " jars of `camel-exec` to its image.",
            "spec.sink.config.uri: component `nosuch` is not in this processor. Add the jars of"
                + " `camel-nosuch` to its image.");
    assertThat(
            step(
                "{name: geo-lookup, parameters: {host: geo}}",
                STEP.replace(
                    "- to: kamelet:sink", "- script: {groovy: '1'}\n        - to: kamelet:sink")))
        .hasSize(2)
        .allMatch(it -> it.contains("is not allowed: it runs code of its own"));
  }

  @Test
  void aFolderHoldsTemplatesAndOtherThings(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("geo.yaml"), STEP);
    Files.writeString(folder.resolve("ticks.kamelet.yaml"), KAMELET);
    Files.writeString(folder.resolve("flow.yaml"), "kind: DataFlow\n");
    var templates = Templates.in(List.of(folder, folder, folder.resolve("nowhere")));
    assertThat(templates.names()).containsExactly("geo-lookup", "ticks");
    assertThat(templates.problems()).isEmpty();
  }

  /// The API server drops such a key, so nobody says it in a cluster.
  @Test
  void aSettingWithoutAValueIsRefused() {
    var manifest =
        """
        source: {type: camel, config: {uri: "file:/tmp/in", options: {e: }}}
        sink: {type: camel, config: {uri: "http://a"}}
        """;
    assertThat(Manifest.parse(manifest).problems())
        .extracting(Problem::toString)
        .containsExactly("spec.source.config.options.e: empty. Give it a value or remove it.");
  }
}
