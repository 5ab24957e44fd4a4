/// From a message to the object that is to be a row, and from the first objects to a table.
///
/// - [RowForm]: what of a message becomes a row: [FieldRow], from the [RowObject] that it must be,
///   or [RawRow] with its [MetadataObject]
/// - [TableDraft], [DraftType]: the table that records ask for when there is none
package io.dataflow.runtime.connector.table.row;
