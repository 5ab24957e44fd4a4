package io.dataflow.api.model;

import java.util.List;
import java.util.Optional;

/// What reading something came to: a value, unless there are errors, and all that there is to say.
public record Outcome<T>(Optional<T> value, List<Problem> problems) {}
