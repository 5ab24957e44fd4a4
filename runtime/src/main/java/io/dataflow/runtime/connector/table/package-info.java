/// From JSON objects to the rows of a table with typed columns, for every sink that has those:
/// worked out once for each shape of objects, used for every record.
///
/// - [TableName], [TableSchema], [Column]: a table as manifests name it and as its server
///   describes it
/// - [Layout]: the way from objects to rows; [RowPlan]: for one shape; [ColumnSet]: the columns it
///   fills; [LayoutChangedException]: start again
/// - [BoundedCache], [ShownName], [LeftOut]: records can bring ever new and ever longer names
/// - [ColumnEncoder], [RowFormat]: what of it is the sink's own
/// - [WriteMode]: what the sink's settings ask for; [RowForm]: what of a message becomes a row:
///   [FieldRow], from the [RowObject] that it must be, or [RawRow] with its [MetadataObject]
/// - [MixedRows] with [KeyForm]: objects with different fields in one transaction
/// - [TableDraft], [DraftType]: the table that records ask for when there is none
package io.dataflow.runtime.connector.table;
