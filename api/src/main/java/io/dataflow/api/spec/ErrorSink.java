package io.dataflow.api.spec;

import io.dataflow.api.connector.KafkaSink;
import io.dataflow.api.connector.Sink;
import io.dataflow.api.connector.option.KafkaFormat;
import io.dataflow.api.model.Default;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.Inline;
import io.dataflow.api.model.rule.Rule;

/// Where records go that cannot be parsed, transformed or written.
@Doc("Where records go that cannot be parsed, transformed or written, each with its reason.")
public record ErrorSink(
    @Inline Sink sink,
    @Doc("When the source's position may pass a record that went here.") @Default("afterWrite")
        AckPolicy ackPolicy) {

  @Rule(
      path = "config.deleteAsTombstone",
      message = "has no effect in an error sink, which keeps every record. Remove it.",
      warning = true)
  boolean keepsDeletions() {
    return !(sink instanceof KafkaSink kafka) || !kafka.deleteAsTombstone();
  }

  @Rule(
      cel = "!has(self.config) || !has(self.config.format) || self.config.format.trim() != 'avro'",
      path = "config.format",
      message =
          "`avro` is not possible in an error sink, which takes records of any form. Remove it.")
  boolean takesAnyForm() {
    return !(sink instanceof KafkaSink kafka) || kafka.format() != KafkaFormat.AVRO;
  }
}
