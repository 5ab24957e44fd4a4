package io.dataflow.api.connector;

import io.dataflow.api.model.Doc;
import io.dataflow.api.model.Later;

/// Where messages come from.
@Doc("Where messages come from.")
@Later(
    value = {"postgresql-cdc", "clickhouse", "trino", "nessie", "iceberg", "camel", "template"},
    keys = {
      "slotName",
      "slotNameSecretRef",
      "publicationName",
      "publicationNameSecretRef",
      "tables",
      "snapshotMode",
      "createSlotIfNotExists",
      "createPublicationIfNotExists",
      "plugin",
      "heartbeatIntervalSeconds",
      "primaryKeyColumn",
      "includeColumns",
      "excludeColumns",
      "envelopeFormat",
      "serverURL",
      "serverURLSecretRef",
      "catalog",
      "catalogSecretRef",
      "schema",
      "schemaSecretRef",
      "keycloak",
      "baseURL",
      "baseURLSecretRef",
      "branch",
      "catalogURI",
      "catalogURISecretRef",
      "prefix",
      "warehouse",
      "namespace",
      "namespaceSecretRef",
      "authenticationType",
      "bearerToken",
      "token",
      "tokenSecretRef",
      "basicAuth",
      "oauth2ClientID",
      "oauth2ClientIDSecretRef",
      "oauth2ClientSecret",
      "oauth2ClientSecretSecretRef",
      "oauth2ServerURI",
      "oauth2ServerURISecretRef",
      "oauth2Scope",
      "incrementalBySnapshot",
      "startSnapshotID",
      "snapshotCheckpoints",
      "uri",
      "options",
      "parameters"
    })
public sealed interface Source permits KafkaSource, PostgresqlSource {
  /// Whether it asks again and again for what is new, from a position that the flow keeps: after a
  /// crash it brings some rows once more.
  boolean polls();
}
