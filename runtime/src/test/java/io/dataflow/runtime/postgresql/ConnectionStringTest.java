package io.dataflow.runtime.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.runtime.connector.FlowException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionStringTest {

  private static String property(String text, String name) {
    return ConnectionString.parse(text).properties().getProperty(name);
  }

  @Test
  void readsAUrlWithEverythingInIt() {
    var text = "postgres://us%65r:p%40ss%20w@db:5433/my%20shop?sslmode=require";
    var connection = ConnectionString.parse(text);
    assertThat(connection.jdbcUrl()).isEqualTo("jdbc:postgresql://db:5433/my+shop");
    assertThat(property(text, "user")).isEqualTo("user");
    assertThat(property(text, "password")).isEqualTo("p@ss w");
    assertThat(property(text, "sslmode")).isEqualTo("require");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "postgresql://                                  | jdbc:postgresql://localhost:5432/",
        "postgres://db                                  | jdbc:postgresql://db:5432/",
        "postgres://u@db?sslmode=disable                | jdbc:postgresql://db:5432/",
        "postgres://u:p@a,b:5433/x                      | jdbc:postgresql://a:5432,b:5433/x",
        "postgres://u:p@w@[::1]:6000/x                  | jdbc:postgresql://[::1]:6000/x",
        "host=db dbname=x                               | jdbc:postgresql://db:5432/x",
        "host=::1 port=1 dbname=x                       | jdbc:postgresql://[::1]:1/x",
        "host=a,b port=7 dbname='it\\'s a shop'         | jdbc:postgresql://a:7,b:7/it%27s+a+shop",
        "jdbc:postgresql://a,b:5433/x?user=u&password=p | jdbc:postgresql://a:5432,b:5433/x",
        "jdbc:postgresql:x                              | jdbc:postgresql://localhost:5432/x",
      })
  void findsHostsPortsAndDatabase(String text, String url) {
    assertThat(ConnectionString.parse(text).jdbcUrl()).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres://user:s3cret@db:5432/shop",
        "postgres://db/shop?user=user&password=s3cret",
        "host=db user=user password='s3cret' dbname=shop",
        "user = user password = s3cret host = db dbname = shop",
        "jdbc:postgresql://db:5432/shop?user=user&password=s3cret",
      })
  void keepsUserAndPasswordOutOfEverythingThatPrints(String text) {
    var connection = ConnectionString.parse(text);
    assertThat(connection).hasToString("db:5432/shop");
    assertThat(connection.jdbcUrl()).isEqualTo("jdbc:postgresql://db:5432/shop");
    assertThat(property(text, "user")).isEqualTo("user");
    assertThat(property(text, "password")).isEqualTo("s3cret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application_name=orders             | ApplicationName  | orders",
        "connect_timeout=3                   | connectTimeout   | 3",
        "sslmode=verify-full                 | sslmode          | verify-full",
        "sslrootcert=/certs/ca.pem           | sslrootcert      | /certs/ca.pem",
        "target_session_attrs=read-write     | targetServerType | primary",
        "keepalives=0                        | tcpKeepAlive     | false",
        "search_path=sales                   | options          | -c search_path=sales",
        "options=-cgeqo=off search_path='a b'| options          | -cgeqo=off -c search_path=a\\ b",
        "socketTimeout=60                    | socketTimeout    | 60",
        "pool_max_conns=10                   | pool_max_conns   |",
      })
  void translatesParametersForTheDriver(String parameters, String name, String value) {
    assertThat(property("host=db " + parameters, name)).isEqualTo(value);
  }

  @Test
  void hasDefaultsThatNoticeADeadServer() {
    assertThat(ConnectionString.parse("postgres://db/x").properties())
        .containsEntry("ApplicationName", "dataflow")
        .containsEntry("connectTimeout", "10")
        .containsEntry("socketTimeout", "300")
        .containsEntry("tcpKeepAlive", "true");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                | is empty",
        "s3cret                            | neither a URL nor",
        "mysql://user:s3cret@db/x          | neither a URL nor",
        "jdbc:mysql://user:s3cret@db/x     | no JDBC URL of PostgreSQL",
        "postgres://user:s3/cret@db/x      | a port is no number",
        "postgres://user:s3%cret@db/x      | Write a `%` itself as `%25`",
        "postgres://user:%ff@db/x          | not UTF-8",
        "postgres://user:s3cret@db:99999/x | a port is no number",
        "postgres://user:s3cret@db/x?a     | has no value",
        "postgres://%2Fvar%2Frun/x         | a Unix socket cannot be used",
        "host=db sslmode=on                | `sslmode` cannot be `on`. One of: disable, allow,",
        "host=db password='s3cret          | single quote is not closed",
        "host=db passfile=/x               | `passfile` is not supported",
        "host=db sslfactory=org.x.Y        | `sslfactory` is not supported",
        "host=db sslpasswordcallback=x      | `sslpasswordcallback` is not supported",
        "postgres://db/x?loggerFile=/x      | `loggerFile` is not supported",
        "jdbc:postgresql://db/x?socketFactory=x | `socketFactory` is not supported",
        "host=db authenticationPluginClassName=x | `authenticationPluginClassName` is not",
        "host=a,b port=1,2,3               | 2 hosts, but 3 ports",
        "host=db connect_timeout=soon      | no whole number of seconds",
      })
  void saysWhatIsWrongWithoutSayingASecret(String text, String message) {
    assertThatThrownBy(() -> ConnectionString.parse(text))
        .isInstanceOf(FlowException.class)
        .hasMessageStartingWith("connectionString: ")
        .hasMessageContaining(message)
        .hasMessageNotContaining("cret");
  }
}
