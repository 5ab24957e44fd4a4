package io.dataflow.cli.sample;

import java.util.Optional;

/// A message that has changed, is missing or is not expected: its places among the expected and the
/// actual ones, from 0; one of the two may be empty.
record Mismatch(Optional<Integer> expected, Optional<Integer> actual) {}
