package io.dataflow.runtime.trino;

/// A column of what a statement brings.
///
/// @param type as Trino writes it: `timestamp(6) with time zone`
public record ResultColumn(String name, String type) {}
