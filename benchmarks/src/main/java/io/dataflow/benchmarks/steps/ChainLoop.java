package io.dataflow.benchmarks.steps;

import io.dataflow.api.chain.Chain;
import io.dataflow.api.message.Message;
import io.dataflow.api.message.Metadata;
import io.dataflow.api.model.secret.Secrets;
import io.dataflow.api.spec.Manifest;
import io.dataflow.api.spec.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The processor's own steps, from the manifest on, as its stages run them.
final class ChainLoop implements StepsLoop {
  private static final String MANIFEST =
      """
      source: {type: kafka, config: {brokers: ["none:1"], topic: none}}
      transformations:
        - {type: filter, config: {condition: "$.status != 'new'"}}
        - {type: mask, config: {fields: [email]}}
        - {type: remove, config: {fields: [card]}}
        - {type: timestamp, config: {fieldName: processed_at}}
        - {type: select, config: {fields: [id, customer, email, amount, status, processed_at]}}
      sink: {type: kafka, config: {brokers: ["none:1"], topic: none}}
      """;
  private static final Metadata NOTHING = Metadata.of(Map.of());

  private final Chain chain = chain();

  private static Chain chain() {
    return switch (Manifest.parse(MANIFEST).bind(Secrets.none())) {
      case Reading.Valid valid -> Chain.of(valid.flow().spec().transformations());
      case Reading.Invalid invalid -> throw new IllegalStateException(invalid.toString());
    };
  }

  @Override
  public List<byte[]> run(List<byte[]> records, Instant now) {
    var messages = new ArrayList<Message>(records.size());
    for (var record : records) {
      messages.add(new Message(record, NOTHING));
    }
    var left = chain.run(messages, now, ChainLoop::fail);
    var out = new ArrayList<byte[]>(left.size());
    for (var message : left) {
      out.add(message.bytes());
    }
    return out;
  }

  private static void fail(Message message, String stage, String reason) {
    throw new IllegalStateException(stage + ": " + reason);
  }
}
