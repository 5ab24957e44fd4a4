package io.dataflow.api.model.read;

import io.dataflow.api.model.problem.Problem;
import java.util.List;
import java.util.Optional;

/// What reading something came to: a value, unless there are errors, and all that there is to say.
public record Outcome<T>(Optional<T> value, List<Problem> problems) {}
