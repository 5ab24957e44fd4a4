/// From JSON objects to the rows of a table with typed columns, for every sink that has those:
/// worked out once for each shape of objects, used for every record.
///
/// - `row`: what of a message is a row
/// - [TableName], [TableSchema], [Column]: a table as manifests name it and as its server
///   describes it
/// - [WriteMode]: what the sink's settings ask for; [Deletes], [RowChange]: records that delete
/// - [Layout]: the way from objects to rows; [RowPlan]: for one shape; [ColumnSet], [ColumnSets]:
///   the columns it fills; [LayoutChangedException]: start again;
///   [MissingColumns]: the columns that it lacks
/// - [BoundedCache], [ShownName], [LeftOut]: records can bring ever new and ever longer names
/// - [ColumnEncoder], [RowFormat]: what of it is the sink's own
/// - [MixedRows] with [KeyForm]: objects with different fields in one transaction; [RowSteps]:
///   several of one key
package io.dataflow.runtime.connector.table;
