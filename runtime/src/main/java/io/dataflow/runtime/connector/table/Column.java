package io.dataflow.runtime.connector.table;

/// A column of the table as its server describes it.
///
/// @param position its place among the table's columns, from 0
/// @param definition type and collation, as a column definition needs them
/// @param keyForm when two values of it are the same key
/// @param hasDefault whether leaving the column out of an INSERT may give something else than null
/// @param identityAlways whether it is `GENERATED ALWAYS AS IDENTITY`
/// @param generated whether the server computes it from other columns
public record Column(
    String name,
    int position,
    String definition,
    KeyForm keyForm,
    ColumnEncoder encoder,
    boolean notNull,
    boolean hasDefault,
    boolean identityAlways,
    boolean generated) {

  /// Its name for SQL, in quotes.
  public String quotedName() {
    return TableName.quote(name);
  }
}
