/// Trino as a source: [TrinoSourceFactory] makes it of a [TrinoReader], and [TrinoSample] looks at
/// the newest rows.
///
/// - [SourceTable]: what is read; [SourceQuery]: the statement of a poll
/// - [PolledRows]: its rows, page by page; [RowJson]: a row as the JSON of a record, by the
///   [ProtocolValue] of each column
package io.dataflow.runtime.trino.source;
