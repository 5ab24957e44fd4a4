package io.dataflow.testbed.trino;

import io.dataflow.testbed.server.Folder;

/// What a Trino finds in its folder when it starts.
///
/// @param port of HTTP, where everybody is believed
/// @param securePort of HTTPS, where nobody is
record TrinoSettings(Folder folder, int port, int securePort) {
  /// Named and not loaded: what it is compiled against is Trino's alone.
  private static final String PASSWORDS = "io.dataflow.testbed.trino.TrinoPasswords";

  private static final String CONFIG =
      """
      coordinator=true
      node-scheduler.include-coordinator=true
      http-server.http.port=%d
      node.internal-address=127.0.0.1
      discovery.uri=http://127.0.0.1:%1$d
      query.max-memory=256MB
      query.max-memory-per-node=192MB
      memory.heap-headroom-per-node=128MB
      query.max-length=20000000
      query.max-history=20
      query.min-expire-age=30s
      task.concurrency=1
      task.min-writer-count=1
      task.max-writer-count=1
      plugin.dir=plugin
      catalog.config-dir=catalog
      http-server.https.enabled=true
      http-server.https.port=%d
      http-server.https.keystore.path=both.pem
      http-server.authentication.type=PASSWORD,JWT
      http-server.authentication.allow-insecure-over-http=true
      http-server.authentication.jwt.key-file=jwt.pem
      internal-communication.shared-secret=a-secret-of-this-test-and-no-other-server
      """;

  /// Rows of one table stay in the order in which they were written.
  private static final String MEMORY =
      """
      connector.name=memory
      memory.splits-per-node=1
      memory.max-data-per-node=256MB
      """;

  private static final String ICEBERG =
      """
      connector.name=iceberg
      iceberg.catalog.type=TESTING_FILE_METASTORE
      hive.metastore.catalog.dir=local:///metastore
      fs.native-local.enabled=true
      local.location=%s
      """;

  private static final String RIGHTS =
      """
      {
        "catalogs": [{"allow": "all"}],
        "schemas": [{"user": "(reader|writer).*", "owner": false}, {"owner": true}],
        "tables": [
          {"schema": "information_schema", "privileges": ["SELECT"]},
          {"catalog": "system", "privileges": ["SELECT"]},
          {"user": "reader.*", "privileges": ["SELECT"]},
          {"user": "writer.*", "privileges": ["INSERT"]},
          {"privileges": ["SELECT", "INSERT", "DELETE", "UPDATE", "OWNERSHIP"]}
        ]
      }
      """;

  void write() {
    TrinoHome.installPlugin(folder, "memory", "io.trino.plugin.memory.MemoryPlugin");
    TrinoHome.installPlugin(folder, "iceberg", "io.trino.plugin.iceberg.IcebergPlugin");
    TrinoHome.installOwnPlugin(folder, PASSWORDS);
    folder.write("config.properties", CONFIG.formatted(port, securePort));
    folder.write("log.properties", "io.trino=WARN\nio.airlift=WARN\norg=WARN\n");
    var catalogs = Folder.at(folder.file("catalog"));
    catalogs.write("memory.properties", MEMORY);
    var warehouse = Folder.at(folder.file("warehouse")).path();
    catalogs.write("iceberg.properties", ICEBERG.formatted(warehouse));
    Folder.at(folder.file("etc"))
        .write(
            "access-control.properties",
            "access-control.name=file\nsecurity.config-file=" + folder.file("rights.json") + "\n");
    folder.write("rights.json", RIGHTS);
  }
}
