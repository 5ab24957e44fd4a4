package io.dataflow.benchmarks.steps.loop;

import io.dataflow.api.chain.Chain;
import io.dataflow.api.message.Message;
import io.dataflow.api.message.Metadata;
import io.dataflow.api.model.secret.Secrets;
import io.dataflow.api.spec.Manifest;
import io.dataflow.api.spec.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The processor's own steps, from the manifest on, as its stages run them.
public final class ChainLoop implements StepsLoop {
  private static final String MANIFEST =
      """
      source: {type: kafka, config: {brokers: ["none:1"], topic: none}}
      sink: {type: kafka, config: {brokers: ["none:1"], topic: none}}
      transformations:
      %s\
      """;

  private final Chain chain;
  private final Metadata metadata;

  /// @param steps a list in YAML
  /// @param metadata of every record
  public ChainLoop(String steps, Metadata metadata) {
    this.metadata = metadata;
    this.chain =
        switch (Manifest.parse(MANIFEST.formatted(steps)).bind(Secrets.none())) {
          case Reading.Valid valid -> Chain.of(valid.flow().spec().transformations());
          case Reading.Invalid invalid -> throw new IllegalStateException(invalid.toString());
        };
  }

  /// The steps themselves.
  public Chain steps() {
    return chain;
  }

  /// The records as a source hands them over.
  public List<Message> messages(List<byte[]> records) {
    var messages = new ArrayList<Message>(records.size());
    for (var record : records) {
      messages.add(new Message(record, metadata));
      messages.getLast().index(messages.size() - 1);
    }
    return messages;
  }

  /// The records as a sink wants them.
  public List<byte[]> written(List<Message> messages) {
    var out = new ArrayList<byte[]>(messages.size());
    for (var message : messages) {
      out.add(message.bytes());
    }
    return out;
  }

  @Override
  public List<byte[]> run(List<byte[]> records, Instant now) {
    return written(chain.run(messages(records), now, ChainLoop::fail));
  }

  /// No record of a benchmark is to be rejected.
  public static void fail(Message message, String stage, String reason) {
    throw new IllegalStateException(stage + ": " + reason);
  }
}
