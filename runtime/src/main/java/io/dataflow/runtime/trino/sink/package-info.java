/// Trino as a sink: [TrinoSinkFactory] makes a writer of a [TrinoStore].
///
/// - [TrinoTarget]: the table, as [InformationSchema] describes it ([TrinoTable]),
///   [TrinoTargetCheck]
///   finds it fit and [TrinoTableCreation] makes it
/// - [InsertedRows], [MergedRows]: a part as one [WriteStatement]; [Writes] runs it, once as far as
///   can be known; [TrinoRefusal]: what the server says of its rows
package io.dataflow.runtime.trino.sink;
