package io.dataflow.api.connector.security;

import io.dataflow.api.model.AtMost;
import io.dataflow.api.model.Bounds;
import io.dataflow.api.model.Default;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.FromSecret;
import io.dataflow.api.model.rule.Together;
import io.dataflow.api.model.secret.Secret;
import java.util.Optional;

/// Encryption of a connection. Each of the three is a path, or the PEM text itself
/// (`docs/contract.md`).
@Doc("Encryption of the connection.")
@Together({"certFile", "keyFile"})
public record Tls(
    @Doc("Accept any certificate; ignored when `caFile` is given.") @Default("false")
        boolean insecureSkipVerify,
    @Doc("Certificates to trust in PEM: a path or the text. The system's own when left out.")
        @FromSecret("caSecretRef")
        @AtMost(Bounds.LONG_TEXT)
        Optional<Secret> caFile,
    @Doc("The client's certificate in PEM: a path or the text.")
        @FromSecret("certSecretRef")
        @AtMost(Bounds.LONG_TEXT)
        Optional<Secret> certFile,
    @Doc("The client's key in PEM: a path or the text.")
        @FromSecret("keySecretRef")
        @AtMost(Bounds.LONG_TEXT)
        Optional<Secret> keyFile) {}
