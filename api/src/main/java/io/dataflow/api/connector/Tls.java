package io.dataflow.api.connector;

import io.dataflow.api.model.AtMost;
import io.dataflow.api.model.Bounds;
import io.dataflow.api.model.Default;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.FromSecret;
import io.dataflow.api.model.problem.Problem;
import io.dataflow.api.model.rule.Checked;
import io.dataflow.api.model.rule.Rule;
import io.dataflow.api.model.secret.Secret;
import java.util.List;
import java.util.Optional;

/// Encryption of a connection. Each of the three is a path, or the PEM text itself (contract 1.8).
@Doc("Encryption of the connection.")
@Rule(
    cel = "!(" + Tls.HAS_CERTIFICATE + ") || " + Tls.HAS_KEY,
    path = "keyFile",
    message = "missing. `certFile` needs its key; or leave both out.")
@Rule(
    cel = "!(" + Tls.HAS_KEY + ") || " + Tls.HAS_CERTIFICATE,
    path = "certFile",
    message = "missing. `keyFile` needs its certificate; or leave both out.")
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
        Optional<Secret> keyFile)
    implements Checked {
  static final String HAS_CERTIFICATE =
      "has(self.certFile) && self.certFile != '' || has(self.certSecretRef)";
  static final String HAS_KEY = "has(self.keyFile) && self.keyFile != '' || has(self.keySecretRef)";

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
