/// What a manifest's `tls` means: [TlsContext], of [PemFile]s; [TrustAnyone] is who
/// trusts everybody.
package io.dataflow.runtime.connector.tls;
