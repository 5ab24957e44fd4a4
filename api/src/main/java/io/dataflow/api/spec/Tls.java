package io.dataflow.api.spec;

import io.dataflow.api.model.Checked;
import io.dataflow.api.model.Default;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.FromSecret;
import io.dataflow.api.model.Problem;
import io.dataflow.api.model.Secret;
import java.util.List;
import java.util.Optional;

/// Encryption of a connection. Each of the three is a path, or the PEM text itself (contract 1.8).
@Doc("Encryption of the connection.")
public record Tls(
    @Doc("Accept any certificate; ignored when `caFile` is given.") @Default("false")
        boolean insecureSkipVerify,
    @Doc("Certificates to trust in PEM: a path or the text. The system's own when left out.")
        @FromSecret("caSecretRef")
        Optional<Secret> caFile,
    @Doc("The client's certificate in PEM: a path or the text.") @FromSecret("certSecretRef")
        Optional<Secret> certFile,
    @Doc("The client's key in PEM: a path or the text.") @FromSecret("keySecretRef")
        Optional<Secret> keyFile)
    implements Checked {

  @Override
  public List<Problem> problems() {
    if (certFile.isPresent() == keyFile.isPresent()) {
      return List.of();
    }
    return certFile.isPresent()
        ? List.of(new Problem("keyFile", "missing. `certFile` needs its key; or leave both out."))
        : List.of(
            new Problem(
                "certFile", "missing. `keyFile` needs its certificate; or leave both out."));
  }
}
