package io.dataflow.cli.chaos;

import io.dataflow.api.connector.ClickhouseSink;
import io.dataflow.api.connector.EndpointSource;
import io.dataflow.api.connector.KafkaSource;
import io.dataflow.api.connector.PostgresqlCdcSource;
import io.dataflow.api.connector.PostgresqlSource;
import io.dataflow.api.connector.TrinoSource;
import io.dataflow.api.connector.option.EnvelopeFormat;
import io.dataflow.api.connector.option.SnapshotMode;
import io.dataflow.api.model.problem.Problem;
import io.dataflow.api.model.secret.Secrets;
import io.dataflow.api.spec.AckPolicy;
import io.dataflow.api.spec.DataFlow;
import io.dataflow.api.spec.DataFlowSpec;
import io.dataflow.api.spec.EndpointPlace;
import io.dataflow.api.spec.Manifest;
import io.dataflow.api.spec.Reading;
import io.dataflow.cli.chaos.oracle.NumberedRecords;
import io.dataflow.cli.chaos.oracle.NumberedRecords.Cursor;
import io.dataflow.cli.chaos.oracle.Routing;
import io.dataflow.cli.chaos.oracle.SinkPlace;
import io.dataflow.cli.manifest.ManifestFile;
import io.dataflow.cli.terminal.CommandException;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// The user's flow, and whether it can be fed and counted at all.
///
/// @param file its name, for messages
/// @param text the manifest as the user wrote it
public record ChaosFlow(String file, DataFlow flow, String text) {
  private static final String NAMELESS = "flow";
  private static final int SAMPLE = 1000;

  /// Reads it.
  ///
  /// @throws CommandException with all that is wrong, a line each
  public static ChaosFlow read(String file, ChaosOptions options) {
    var text = text(file);
    var secrets = options.secrets().map(Secrets::directory).orElse(Secrets.none());
    return switch (Manifest.parse(text).bind(secrets)) {
      case Reading.Valid valid -> new ChaosFlow(file, named(valid.flow()), text).withServers();
      case Reading.Invalid invalid ->
          throw new CommandException(
              invalid.problems().stream()
                  .filter(Problem::isError)
                  .map(problem -> file + ": " + problem)
                  .collect(Collectors.joining(System.lineSeparator())));
    };
  }

  private static String text(String file) {
    try {
      return ManifestFile.read(file, InputStream.nullInputStream()).text();
    } catch (CommandException unreadable) {
      throw new CommandException(file + ": " + unreadable.getMessage(), unreadable);
    }
  }

  /// @throws CommandException when a part of the flow is no server that could be broken
  private ChaosFlow withServers() {
    EndpointPlace.all(spec()).stream()
        .findFirst()
        .ifPresent(
            place -> {
              throw wrong(
                  "spec." + place.config(),
                  "Camel reads or writes there, and this run has no server in its place. Take the"
                      + " part out for this run.");
            });
    return this;
  }

  private static DataFlow named(DataFlow flow) {
    return flow.metadata().name().isEmpty()
        ? flow.named(flow.metadata().namespace(), NAMELESS)
        : flow;
  }

  DataFlowSpec spec() {
    return flow.spec();
  }

  /// The records that its source is fed with. Poison is among them when it has a place to go to
  /// that the flow does not stop at.
  NumberedRecords records(ChaosOptions options) {
    boolean poisoned =
        spec().errors().filter(it -> it.ackPolicy() == AckPolicy.AFTER_WRITE).isPresent();
    return new NumberedRecords(
        options.numberField(),
        cursor(),
        options.like(),
        poisoned,
        isUpdating(options),
        options.seed());
  }

  /// Whether rows may be updated: a snapshot would pass over what they were before, and an update
  /// of a row's id is not one change but two.
  private boolean isUpdating(ChaosOptions options) {
    return spec().source() instanceof PostgresqlCdcSource changes
        && changes.snapshotMode() == SnapshotMode.NEVER
        && !changes.primaryKeyColumn().equals(options.numberField());
  }

  private Optional<Cursor> cursor() {
    return switch (spec().source()) {
      case KafkaSource _, TrinoSource _, EndpointSource _ -> Optional.empty();
      case PostgresqlCdcSource changes -> {
        if (changes.envelopeFormat() != EnvelopeFormat.ROW) {
          throw wrong(
              "spec.source.config.envelopeFormat",
              "what the steps get is a row here, without an envelope around it. Leave the setting"
                  + " out for this run, and `debeziumUnwrap` with it.");
        }
        yield Optional.empty();
      }
      case PostgresqlSource source -> {
        if (source.query().isPresent()) {
          throw wrong(
              "spec.source.config.query",
              "nobody knows what a query reads, so nothing can be put there for it to find. Give"
                  + " `table` in its place for this run.");
        }
        yield Optional.of(
            new Cursor(source.trackingColumn().orElseThrow(), source.orderByColumn()));
      }
    };
  }

  /// Looks whether records come out of the steps, with the number by which they are told apart.
  ///
  /// @throws CommandException when not
  public void check(ChaosOptions options) {
    var records = records(options);
    var routing = new Routing(spec(), records);
    routing.sinks().forEach(this::checkCountable);
    var arriving =
        LongStream.range(0, SAMPLE)
            .mapToObj(routing::of)
            .flatMap(way -> way.json().stream())
            .toList();
    if (arriving.isEmpty()) {
      throw wrong(
          "spec.transformations",
          "no record that is made up for this run gets through the steps. Name a file with messages"
              + " like your own, one a line, with --records.");
    }
    var number = records.numberField();
    if (arriving.stream().anyMatch(json -> json.get(number).isEmpty())) {
      throw wrong(
          "spec.transformations",
          "records lose the field `"
              + number
              + "` on their way, so that nobody could tell which are missing. Let the steps keep"
              + " it, or name a field that they keep with --number-field.");
    }
  }

  private void checkCountable(SinkPlace place) {
    if (place.sink() instanceof ClickhouseSink sink
        && (sink.rawMode() || place.isErrors() && sink.upsertMode())) {
      throw wrong(
          "sink:" + place.name(),
          "with `%s` no column has the number by which records are told apart. Leave the setting"
                  .formatted(sink.rawMode() ? "rawMode" : "upsertMode")
              + " out for this run.");
    }
  }

  private CommandException wrong(String path, String problem) {
    return new CommandException(file + ": " + path + ": " + problem);
  }
}
