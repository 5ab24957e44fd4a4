package io.dataflow.api.connector.security;

import io.dataflow.api.model.Default;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.FromSecret;
import io.dataflow.api.model.secret.Secret;

/// Who a Kafka client is.
@Doc("Who the client is.")
public record Sasl(
    @Doc(value = "How the client proves who it is.", example = "scram-sha-512") @Default("plain")
        SaslMechanism mechanism,
    @Doc(value = "User name.", example = "orders-reader") @FromSecret String username,
    @Doc("Password.") @FromSecret Secret password) {}
