package io.dataflow.operator.workload;

import java.util.Map;

/// What the operator's own settings say of every processor (`docs/install.md`).
///
/// @param image used where the flow names neither an image nor a version; a version is one of its
///     repository
/// @param inlineSecrets put values of Secrets into `spec.json`, as the documented layout has it
/// @param openShift leave the user of pods to OpenShift, which gives every namespace its own
/// @param environment variables that every processor gets
public record ProcessorDefaults(
    String image, boolean inlineSecrets, boolean openShift, Map<String, String> environment) {}
