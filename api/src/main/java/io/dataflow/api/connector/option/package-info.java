/// What the options of connectors are made of, where that does more than hold a value.
///
/// - of the `kafka` sink: `MessageKey`, `HeaderText`, both a `Template`; `Compression`,
///   `Partitioner`
/// - words of one connector: `KafkaFormat` of the sink and `KafkaSourceFormat`, `IsolationLevel`,
///   `UpsertStrategy`, `TableEngine`, `SnapshotMode`, `EnvelopeFormat`
package io.dataflow.api.connector.option;
