package io.dataflow.api.connector;

import io.dataflow.api.model.Doc;
import io.dataflow.api.model.Later;

/// Where messages go.
@Doc("Where messages go.")
@Later(
    value = {"clickhouse", "trino", "nessie", "iceberg", "camel", "template"},
    keys = {
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
      "tableEngine",
      "replacingVersionColumn",
      "queryTimeoutSeconds",
      "s3Endpoint",
      "s3Region",
      "accessKeySecretRef",
      "secretAccessKeySecretRef",
      "uri",
      "options",
      "parameters"
    })
public sealed interface Sink permits KafkaSink, PostgresqlSink {
  /// Whether a record that comes once more leaves it as it was: it is updated, not added.
  boolean takesRepeats();
}
