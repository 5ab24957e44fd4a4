/// JSON values as PostgreSQL's `COPY` reads them, each type of column in its own way.
///
/// - [ColumnType]: which encoder serves which type
/// - [TextEncoder], [WholeNumberEncoder], [TimeEncoder], [JsonEncoder], [ByteaEncoder],
///   [ArrayEncoder]: the encoders
/// - [CopyText]: COPY's escapes; [NumberText], [ZoneScan]: what an encoder must not take
package io.dataflow.runtime.postgresql.encode;
