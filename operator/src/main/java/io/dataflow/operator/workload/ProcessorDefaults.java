package io.dataflow.operator.workload;

import java.util.Map;

/// What the operator's own settings say of every processor (`docs/install.md`).
///
/// @param image used where the flow names neither an image nor a version; a version is one of its
///     repository
/// @param inlineSecrets put values of Secrets into `spec.json`, as the documented layout has it
/// @param environment variables that every processor gets
public record ProcessorDefaults(
    String image, boolean inlineSecrets, Map<String, String> environment) {}
