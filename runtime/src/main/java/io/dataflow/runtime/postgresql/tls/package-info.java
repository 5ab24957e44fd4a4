/// Encryption of a connection to PostgreSQL by certificates that come from Secrets: [TlsProperties]
/// are what the driver is given, [PemSocketFactory] is what it makes of them.
package io.dataflow.runtime.postgresql.tls;
