package io.dataflow.runtime.contract.sink;

import java.util.List;

/// A target that asks for a login.
///
/// @param target with the login in its `config`
/// @param secrets what of it nobody may see; each of them long enough not to be there by chance
public record GuardedTarget(SinkTarget target, List<String> secrets) {}
