/// ClickHouse as a sink: [ClickhouseSinkFactory] makes a writer of a [ClickhouseStore].
///
/// - [TargetTable]: the table, as [SystemTables] describes it ([ClickhouseTable]), [TargetCheck]
///   finds it fit and [TableCreation] makes it
/// - [EncodedRows]: a part as one INSERT, with a token of [InsertTokens]; [RowRefusal]: what the
///   server says of its rows
package io.dataflow.runtime.clickhouse.sink;
