/// `type: postgresql-cdc`: the changes of tables, by logical replication; see
/// docs/postgresql-cdc.md.
///
/// - For the flow: [PostgresqlCdcFactory]. It gives the kit a [ChangeReader], which reads in a
///   [ChangeSession] a [Snapshot] first and then a [ChangeStream], put together by a
///   [ChangeCollector].
/// - Where it is: [LogPosition], [LogMark], [LogProgress]; [ChangeBatch] puts batches together
/// - What there is to read from: [SourceSetup] looks at tables, [Publication] and [Slot];
///   [CdcSettings] is what the manifest says, [CdcProblems] what is wrong, in words
/// - How the slot does: [SlotWatch]
///
/// `change` takes messages apart and puts them in their envelopes, `value` writes values as JSON.
package io.dataflow.runtime.postgresql.cdc;
