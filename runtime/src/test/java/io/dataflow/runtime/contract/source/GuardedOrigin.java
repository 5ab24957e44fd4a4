package io.dataflow.runtime.contract.source;

import java.util.List;

/// An origin that asks for a login.
///
/// @param origin with the login in its `config`
/// @param secrets what of it nobody may see; each of them long enough not to be there by chance
public record GuardedOrigin(SourceOrigin origin, List<String> secrets) {}
