package io.dataflow.cli.chaos.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.model.secret.Secrets;
import io.dataflow.api.spec.DataFlowSpec;
import io.dataflow.api.spec.Manifest;
import io.dataflow.api.spec.Reading;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RoutingTest {
  private static final String KAFKA = "{type: kafka, config: {brokers: [kafka:9092], topic: %s}}";
  private static final String TABLE =
      "{type: postgresql, config: {connectionString: host=db, table: %s}}";

  private final NumberedRecords records =
      new NumberedRecords("seq", Optional.empty(), List.of(), true, false, 7);

  @Test
  void oneInAHundredIsPoisonAndTheSeedSaysWhich() {
    assertThat(poison(records).count()).isBetween(50L, 200L);
    var others = new NumberedRecords("seq", Optional.empty(), List.of(), true, false, 8_000_000);
    assertThat(poison(others).boxed()).isNotEqualTo(poison(records).boxed().toList());
  }

  @Test
  void whatATableRefusesBelongsIntoTheErrorSink() {
    var routing = routing("[]", TABLE.formatted("numbers"));
    assertThat(routing.sinks()).extracting(SinkPlace::name).containsExactly("main", "errors");
    assertThat(LongStream.range(0, 10_000))
        .allSatisfy(n -> assertThat(routing.of(n).sink() == 1).isEqualTo(records.isPoison(n)));
  }

  @Test
  void clickhouseRefusesTheSame() {
    var routing =
        routing("[]", "{type: clickhouse, config: {connectionString: 'http://ch', table: t}}");
    assertThat(LongStream.range(0, 10_000))
        .allSatisfy(n -> assertThat(routing.of(n).sink() == 1).isEqualTo(records.isPoison(n)));
  }

  @Test
  void anUpdateOfARowIsRoutedAsOne() {
    var updating = new NumberedRecords("seq", Optional.empty(), List.of(), false, true, 7);
    var filter = "[{type: filter, config: {condition: metadata.operation == 'update'}}]";
    var routing = new Routing(spec(manifest(filter, KAFKA.formatted("out"))), updating);
    assertThat(LongStream.range(0, 100).filter(n -> routing.of(n).sink() == 0).boxed())
        .startsWith(3L, 7L)
        .hasSize(25);
  }

  @Test
  void aTopicRefusesNothingButAStepMay() {
    var topic = KAFKA.formatted("out");
    var poison = poison(records).findFirst().orElseThrow();
    assertThat(routing("[]", topic).of(poison).sink()).isZero();
    var step = "[{type: timestamp, config: {fieldName: details.at}}]";
    assertThat(routing(step, topic).of(poison).sink()).isEqualTo((byte) 1);
  }

  @Test
  void whatAFilterDropsBelongsNowhere() {
    var filter = "[{type: filter, config: {condition: $.seq >= 10}}]";
    var routing = routing(filter, KAFKA.formatted("out"));
    assertThat(routing.of(9).sink()).isEqualTo(Routing.NOWHERE);
    assertThat(routing.of(10).sink()).isZero();
  }

  @Test
  void routesIntoOneTableAreOneSink() {
    var route = "{condition: $.key == 'key-%d', sink: " + TABLE.formatted("few") + "}";
    var router = "[{type: router, config: {routes: [%s, %s]}}]";
    var routing =
        routing(
            router.formatted(route.formatted(1), route.formatted(2)), TABLE.formatted("numbers"));
    assertThat(routing.sinks())
        .extracting(SinkPlace::name)
        .containsExactly("main", "route-0", "errors");
    assertThat(routing.of(1).sink()).isEqualTo(routing.of(2).sink()).isEqualTo((byte) 1);
    assertThat(routing.of(3).sink()).isZero();
  }

  @Test
  void onlyWhoAsksForItIsPromisedEffectivelyOnce() {
    var table = TABLE.formatted("numbers");
    assertThat(promises(routing("[]", table))).containsOnly(Promise.AT_LEAST_ONCE);
    assertThat(promises(routing("[]", table + "\ndelivery: effectivelyOnce")))
        .containsExactly(Promise.EFFECTIVELY_ONCE, Promise.AT_LEAST_ONCE);
  }

  private static List<Promise> promises(Routing routing) {
    return routing.sinks().stream().map(SinkPlace::promise).toList();
  }

  private static LongStream poison(NumberedRecords records) {
    return LongStream.range(0, 10_000).filter(records::isPoison);
  }

  private Routing routing(String steps, String sink) {
    return new Routing(spec(manifest(steps, sink)), records);
  }

  private static String manifest(String steps, String sink) {
    return """
    source: %s
    errors: %s
    transformations: %s
    sink: %s
    """
        .formatted(KAFKA.formatted("in"), KAFKA.formatted("rejected"), steps, sink);
  }

  private static DataFlowSpec spec(String manifest) {
    return switch (Manifest.parse(manifest).bind(Secrets.none())) {
      case Reading.Valid valid -> valid.flow().spec();
      case Reading.Invalid invalid -> throw new AssertionError(invalid.problems());
    };
  }
}
