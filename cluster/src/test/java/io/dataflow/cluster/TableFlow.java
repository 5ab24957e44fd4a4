package io.dataflow.cluster;

/// The spec of a flow from the table `source` of a database into its table `sink`.
final class TableFlow {
  private TableFlow() {}

  /// With further lines at its end.
  static String spec(Database database, String more) {
    return """
    source:
      type: postgresql
      config:
        connectionString: "%1$s"
        table: source
        changeTrackingColumn: updated_at
        orderByColumn: id
        pollInterval: 1
    transformations:
      - type: select
        config: {fields: [id, note]}
    sink:
      type: postgresql
      config: {connectionString: "%1$s", table: sink}
    checkpointSaveInterval: 1s
    %2$s\
    """
        .formatted(database.url(), more);
  }
}
