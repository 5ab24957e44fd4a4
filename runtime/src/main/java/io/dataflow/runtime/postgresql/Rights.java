package io.dataflow.runtime.postgresql;

/// What the user may do, as far as writing needs it.
record Rights(boolean insert, boolean update, boolean select, boolean temporary) {}
