package io.dataflow.runtime.contract;

/// What some connectors can do and others cannot.
public enum Capability {
  /// A sink's target has fields of its own, and takes no others.
  FIXED_FIELDS("the target has fields of its own"),
  /// A sink can make its target.
  AUTO_CREATE("`autoCreateTable`"),
  /// A sink can change what it has written.
  UPSERT("`upsertMode`"),
  /// An upsert keeps the fields that a record does not have.
  PARTIAL_UPSERT("an upsert of a part"),
  /// A sink does not add a record whose key is there already.
  UNIQUE_KEYS("a key is there once"),
  /// A sink writes once what comes again because its answer was lost.
  REPEATS("repeats are recognised"),
  /// A sink stores the source's position with the records, whatever the source is.
  STORED_POSITIONS("`delivery: effectivelyOnce` from any source"),
  /// Upper and lower case tell the names of a target's fields apart.
  CASE_SENSITIVE_NAMES("names in upper and lower case"),
  /// A sink's target lies in a schema.
  SCHEMAS("`schema.table`"),
  /// A source's position is a value that several records can share.
  TIES("records that share a position"),
  /// A source brings whatever bytes somebody has put into it.
  ANY_BYTES("records that are no JSON"),
  /// A source's records have fields that can be added while it runs.
  GROWING_FIELDS("fields that are added later");

  private final String label;

  Capability(String label) {
    this.label = label;
  }

  /// What it is, for a person.
  public String label() {
    return label;
  }
}
