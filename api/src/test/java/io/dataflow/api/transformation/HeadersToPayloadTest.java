package io.dataflow.api.transformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.chain.Chain;
import io.dataflow.api.message.Message;
import io.dataflow.api.message.Metadata;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeadersToPayloadTest {
  private static List<String> run(String mappings, String body) {
    var headers = new HashMap<String, Object>();
    headers.put("id", "secret");
    headers.put("empty", null);
    var message =
        new Message(body.getBytes(StandardCharsets.UTF_8), Metadata.of(Map.of("headers", headers)));
    var step = "{type: headersToPayload, config: {mappings: " + mappings + "}}";
    var out = new ArrayList<String>();
    Chain.of(List.of(OneStep.step(step)))
        .run(List.of(message), Instant.EPOCH, (_, _, reason) -> out.add(reason))
        .forEach(it -> out.add(new String(it.bytes(), StandardCharsets.UTF_8)));
    return out;
  }

  @Test
  void putsHeadersIntoFields() {
    assertThat(run("['id:trace.id', 'none:n']", "{\"d\":1}"))
        .containsExactly("{\"d\":1,\"trace\":{\"id\":\"secret\"}}");
  }

  @Test
  void aHeaderWithoutValueIsNull() {
    assertThat(run("['empty:e']", "{}")).containsExactly("{\"e\":null}");
  }

  @Test
  void rejectsWithoutTheValue() {
    assertThat(run("['id:d.id']", "{\"d\":\"x\"}"))
        .containsExactly(
            "`d.id` cannot be set: a text, a number or an array stands on its path. Choose another"
                + " field in `mappings`.");
  }

  @Test
  void saysWhatIsWrong() {
    assertThat(OneStep.problems("{type: headersToPayload, config: {mappings: []}}"))
        .containsExactly(
            "step.config.mappings: empty. Which header goes into which field, for"
                + " example `['X-Request-Id:trace.id', 'tenant:tenant']`.");
    assertThat(
            OneStep.problems(
                "{type: headersToPayload, config: {mappings: [id, ':a', 'a:', 'a:b..c',"
                    + " 'a:x.*']}}"))
        .containsExactly(
            "step.config.mappings[0]: `id` has no colon. Write the header and the"
                + " field, for example `id:headers.id`.",
            "step.config.mappings[1]: `:a` has no header before its colon. Write"
                + " the header and the field, for example `X-Request-Id:trace.id`.",
            "step.config.mappings[2]: `a:` has no field behind its colon. Write"
                + " the header and the field, for example `X-Request-Id:trace.id`.",
            "step.config.mappings[3]: `b..c` has no name at column 3. Put one" + " there.",
            "step.config.mappings[4]: `x.*` does not say which field to write:"
                + " wildcards and queries can only be read. Name the field, for example"
                + " `customer.id`; a backslash before `*`, `?` or `#` means the"
                + " character.");
  }
}
