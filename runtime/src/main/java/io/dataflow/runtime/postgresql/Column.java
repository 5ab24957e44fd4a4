package io.dataflow.runtime.postgresql;

/// A column of the table as the catalog describes it.
///
/// @param position its place among the table's columns, from 0
/// @param definition type and collation, as a column definition needs them
/// @param typeName the type's name in the catalog, of a domain its base type's
/// @param hasDefault whether leaving the column out of an INSERT may give something else than null
/// @param identityAlways whether it is `GENERATED ALWAYS AS IDENTITY`
/// @param generated whether PostgreSQL computes it from other columns
record Column(
    String name,
    int position,
    String definition,
    String typeName,
    Encoder encoder,
    boolean notNull,
    boolean hasDefault,
    boolean identityAlways,
    boolean generated) {

  String quotedName() {
    return QualifiedName.quote(name);
  }
}
