/// Changes as the server sends them, and what a flow gets of them.
///
/// - [PgOutput] takes the messages of the protocol apart; whoever listens is a [ChangeListener]
/// - [ReplicatedRelation], [RelationColumn]: what the server has said of a table; [Tuple]: a row's
///   values; [RelationCatalog] makes them
/// - [CopyLine]: a row of a snapshot
/// - [TableChange], [CommittedTransaction], [ChangeOperation]: what has happened
/// - [Envelope] makes messages of it: [RowEnvelope], [DebeziumEnvelope], with [ChangeMetadata];
///   [KeyMoves]
package io.dataflow.runtime.postgresql.cdc.change;
