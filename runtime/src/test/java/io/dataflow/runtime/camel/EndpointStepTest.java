package io.dataflow.runtime.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.model.secret.Secrets;
import io.dataflow.runtime.TestFlow;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Templates of the flow's author as steps, between files and an HTTP server.
class EndpointStepTest {
  @TempDir Path folder;

  private static String template(String name, String steps) {
    return
"""
- routeTemplate:
    id: %s
    parameters:
      - name: address
        defaultValue: none
      - name: token
        defaultValue: none
    from:
      uri: kamelet:source
      steps:
%s
"""
        .formatted(name, steps.indent(8));
  }

  private List<String> stepped(String template, String... messages) throws Exception {
    return through("{type: template, config: {name: it}}", template, messages);
  }

  private List<String> through(String step, String template, String... messages) throws Exception {
    try (var peer = HttpPeer.accepting()) {
      var rest =
          "transformations: ["
              + step
              + "]\n"
              + "sink: {type: camel, config: {uri: '"
              + peer.address()
              + "'}}\n"
              + "errors: {type: camel, config: {uri: 'file:FOLDER/dead'}}\n";
      try (var run = new CamelFlow(folder, rest, template).reads(messages).run()) {
        assertThat(run.failure()).isEmpty();
      }
      return peer.bodies();
    }
  }

  private List<String> dead() throws Exception {
    return new CamelFlow(folder, "").in("dead");
  }

  @Test
  void changesAMessage() throws Exception {
    var template = template("it", "- setBody: {simple: '{\"was\": ${body}}'}\n- to: kamelet:sink");
    assertThat(stepped(template, "{\"a\": 1}")).containsExactly("{\"was\": {\"a\": 1}}");
  }

  @Test
  void dropsWhatComesOutWithoutABody() throws Exception {
    var template =
        template(
            "it",
            """
            - choice:
                when:
                  - simple: "${body} contains 'no'"
                    steps:
                      - setBody: {simple: "${null}"}
            - to: kamelet:sink
            """);
    assertThat(stepped(template, "{\"a\": \"no\"}", "{\"a\": \"yes\"}"))
        .containsExactly("{\"a\": \"yes\"}");
    assertThat(dead()).isEmpty();
  }

  @Test
  void makesManyOfAList() throws Exception {
    var template =
        template(
            "it",
            "- unmarshal: {json: {}}\n- setBody: {simple: '${body[items]}'}\n- to: kamelet:sink");
    assertThat(stepped(template, "{\"items\": [{\"a\": 1}, {\"a\": [true, null, \"x\"]}]}"))
        .containsExactly("{\"a\":1}", "{\"a\":[true,null,\"x\"]}");
  }

  @Test
  void aMessageThatIsSwallowedIsNotLost() throws Exception {
    var template =
        template(
            "it",
            """
            - filter:
                simple: "${body} contains 'yes'"
                steps:
                  - to: kamelet:sink
            """);
    assertThat(stepped(template, "{\"a\": \"no\"}", "{\"a\": \"yes\"}"))
        .containsExactly("{\"a\": \"yes\"}");
    assertThat(dead().getFirst()).contains("1:it", "has not come out of the template");
  }

  @Test
  void whatItThrowsIsTheRecordsFaultWithoutItsValues() throws Exception {
    var template =
        template(
            "it",
            "- throwException: {exceptionType: java.lang.IllegalArgumentException, message: 'no"
                + " good: ${body}'}\n"
                + "- to: kamelet:sink");
    var step = "{type: template, config: {name: it, attempts: 1}}";
    assertThat(through(step, template, "{\"card\": \"4111222233334444\"}")).isEmpty();
    assertThat(dead().getFirst().replaceFirst("\"original_message\":\\{[^}]*}", ""))
        .contains("1:it", "IllegalArgumentException: no good: …")
        .doesNotContain("4111");
  }

  @Test
  void whatIsNotJsonIsTheRecordsFault() throws Exception {
    var template = template("it", "- setBody: {constant: hello}\n- to: kamelet:sink");
    assertThat(stepped(template, "{\"a\": 1}")).isEmpty();
    assertThat(dead().getFirst()).contains("what came out is not JSON");
  }

  @Test
  void waitsForAServerThatIsAwayAndEnriches() throws Exception {
    var away = new AtomicInteger(2);
    try (var prices =
        new HttpPeer(
            _ ->
                away.getAndDecrement() > 0
                    ? new HttpPeer.Answer(503, "")
                    : new HttpPeer.Answer(200, "{\"price\": 7}"))) {
      var step = "{type: camel, config: {uri: '" + prices.address() + "/price'}}";
      assertThat(through(step, "", "{\"id\": 1}")).containsExactly("{\"price\": 7}");
      assertThat(dead()).isEmpty();
    }
  }

  @Test
  void aSecretIsSeenByTheServerAndByNobodyElse() throws Exception {
    var canary = "c4n4ry-5ecret";
    Secrets secrets = (name, key) -> Optional.of(canary);
    try (var prices = new HttpPeer(_ -> new HttpPeer.Answer(200, "{\"price\": 7}"));
        var peer = HttpPeer.accepting()) {
      var template =
          template(
              "it",
              """
              - setHeader: {name: X-Token, simple: "${ref:{{token}}}"}
              - to:
                  uri: "{{address}}"
                  parameters: {authMethod: Basic, authUsername: shop, authPassword: "{{token}}", authenticationPreemptive: true}
              - to: kamelet:sink
              """);
      var rest =
          "transformations: [{type: template, config: {name: it, parameters: {address: '"
              + prices.address()
              + "', tokenSecretRef: {name: prices, key: token}}}}]\n"
              + "sink: {type: camel, config: {uri: '"
              + peer.address()
              + "'}}\n";
      var flow = new CamelFlow(folder, rest, template).with(secrets).reads("{\"id\": 1}");
      try (var run = flow.start(Optional.empty())) {
        TestFlow.await(() -> run.counters().acknowledged() == 1);
        var login = new String(Base64.getDecoder().decode(prices.logins().getFirst().substring(6)));
        assertThat(login).isEqualTo("shop:" + canary);
        assertThat(Jmx.everything())
            .anyMatch(text -> text.contains("X-Token"))
            .noneMatch(text -> text.contains(canary));
      }
    }
  }
}
