package io.dataflow.runtime.postgresql.cdc.change;

import io.dataflow.runtime.postgresql.cdc.value.ValueForm;

/// A column of a table.
///
/// @param opening its name as a field in JSON begins with it: `"id":`
/// @param key whether it is one of those by which a row is found again
/// @param wanted whether the flow gets it
public record RelationColumn(
    String name, byte[] opening, boolean key, boolean wanted, ValueForm form) {}
