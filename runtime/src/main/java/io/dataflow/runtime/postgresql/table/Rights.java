package io.dataflow.runtime.postgresql.table;

/// What the user may do, as far as writing needs it.
public record Rights(
    boolean insert,
    boolean update,
    boolean select,
    boolean delete,
    boolean temporary,
    boolean owner) {}
