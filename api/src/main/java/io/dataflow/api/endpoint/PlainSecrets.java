package io.dataflow.api.endpoint;

import io.dataflow.api.model.problem.Problem;
import io.dataflow.api.model.problem.YamlPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Finds settings that are secrets by their name and stand in the manifest, from where they would
/// come into JMX and logs.
public final class PlainSecrets {
  private static final Pattern SECRET =
      Pattern.compile(
          ".*(password|passphrase|passwd|secret|secretkey|accesskey|apikey|accountkey|sharedkey"
              + "|privatekey|token|credentials)");
  private static final Pattern QUERY_KEY = Pattern.compile("[?&]([^=&]+)=");
  private static final Pattern LOGIN = Pattern.compile("://[^/@?]*:[^/@?]*@");

  private PlainSecrets() {}

  /// What is wrong with an endpoint, below the path of its `config`.
  public static List<Problem> of(Endpoint endpoint, String config) {
    var problems = new ArrayList<Problem>();
    var settings = YamlPath.below(config, endpoint.key());
    for (var key : endpoint.settings().plain().keySet()) {
      if (isSecret(key)) {
        problems.add(new Problem(YamlPath.field(settings, key), remedy(key)));
      }
    }
    if (endpoint instanceof Endpoint.Address(var uri, var _)) {
      var at = YamlPath.below(config, "uri");
      QUERY_KEY
          .matcher(uri)
          .results()
          .map(key -> key.group(1))
          .filter(PlainSecrets::isSecret)
          .forEach(key -> problems.add(new Problem(at, "has `" + key + "` in it, " + remedy(key))));
      if (LOGIN.matcher(uri).find()) {
        problems.add(
            new Problem(
                at,
                "has a login in it, which JMX and logs would show. Give user and password by"
                    + " `options`, the password by its `SecretRef`."));
      }
    }
    return problems;
  }

  private static boolean isSecret(String key) {
    return SECRET.matcher(key.replaceAll("[-_.]", "").toLowerCase(Locale.ROOT)).matches();
  }

  private static String remedy(String key) {
    return "a secret, which JMX and logs would show. Put it into a Secret and write `"
        + key
        + "SecretRef: {name: …, key: …}`.";
  }
}
