package io.dataflow.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.chain.Chain;
import io.dataflow.api.message.Message;
import io.dataflow.api.model.secret.Secrets;
import io.dataflow.api.spec.DataFlowSpec;
import io.dataflow.api.spec.Manifest;
import io.dataflow.api.spec.Reading;
import io.dataflow.api.transformation.EndpointStep;
import io.dataflow.cli.picture.WaysOut;
import io.dataflow.cli.sample.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TracerTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:15:00Z");

  /// Those whose steps are the flow's own: of Camel's only a processor knows what they do.
  static Stream<Sample> samples() {
    return Sample.in(Path.of("../samples")).stream().filter(TracerTest::hasStepsOfItsOwn);
  }

  private static boolean hasStepsOfItsOwn(Sample sample) {
    try {
      return spec(Files.readString(sample.flow())).transformations().stream()
          .noneMatch(step -> step.transformation() instanceof EndpointStep);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What is traced comes out as it does when a processor's chain takes it.
  @ParameterizedTest
  @MethodSource("samples")
  void whatComesOutIsWhatTheChainMakes(Sample sample) throws IOException {
    var spec = spec(Files.readString(sample.flow()));
    var tracer = new Tracer(spec, NOW);
    for (var subject : Subject.in(sample.input(), Optional.empty())) {
      var again = new Message(subject.message().original(), subject.message().metadata());
      assertThat(ends(tracer.trace(subject.message())))
          .as(subject.title())
          .isEqualTo(chain(spec, again));
    }
  }

  private static List<String> chain(DataFlowSpec spec, Message message) {
    var ends = new ArrayList<String>();
    var ways = WaysOut.of(spec);
    var out =
        Chain.of(spec.transformations())
            .run(
                List.of(message),
                NOW,
                (it, stage, reason) -> ends.add("rejected " + text(it.original())));
    out.forEach(it -> ends.add(ways.of(it) + " " + text(it.bytes())));
    return ends;
  }

  private static List<String> ends(Trail trail) {
    return trail
        .ends()
        .flatMap(
            end ->
                switch (end) {
                  case Trail.End.Arrived(var way, var body) -> Stream.of(way + " " + text(body));
                  case Trail.End.Rejected(var original) -> Stream.of("rejected " + text(original));
                  case Trail.End.Dropped _, Trail.End.Divided _ -> Stream.<String>empty();
                })
        .toList();
  }

  private static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }

  private static DataFlowSpec spec(String text) {
    Secrets anything = (name, key) -> Optional.of("host=unknown");
    return ((Reading.Valid) Manifest.parse(text).bind(anything)).flow().spec();
  }
}
