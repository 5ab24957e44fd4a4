package io.dataflow.runtime.contract.source;

import io.dataflow.runtime.contract.Capability;
import io.dataflow.runtime.contract.Field;
import java.util.List;
import java.util.Map;

/// A real server for the cases of a source. Servers start when an origin is first asked for, and
/// are shared by all cases; each origin is a new one.
public interface SourceFixture {
  /// The name in YAML: `postgresql`.
  String type();

  /// What the source cannot do, each with the reason in words that a user can read.
  Map<Capability, String> without();

  /// What a field of that name is called in a record, where the server has ideas of its own.
  default String name(String field) {
    return field;
  }

  /// Where records of these fields come from, of which the first is the key; without any yet.
  SourceOrigin origin(List<Field> fields);

  /// An origin of `id` and `note` whose server can be taken away; the case closes it.
  BreakableOrigin breakable();

  /// An origin that is not there.
  SourceOrigin missing();

  /// An origin of `id` and `note` with a login that may read it.
  GuardedOrigin guarded();

  /// The same with another password, which is wrong.
  GuardedOrigin wrongPassword(String password);

  /// An origin with a right login that may not read it.
  GuardedOrigin forbidden();
}
