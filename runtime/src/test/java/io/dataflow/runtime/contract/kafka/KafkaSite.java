package io.dataflow.runtime.contract.kafka;

import io.dataflow.runtime.contract.ServerProxy;
import io.dataflow.testbed.KafkaServer;
import io.dataflow.testbed.Servers;
import io.dataflow.testbed.proxy.KafkaWire;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/// The brokers of the cases: the one of all tests, one behind a proxy, one that asks for a login.
final class KafkaSite {
  private KafkaSite() {}

  /// The broker of all tests.
  static String open() {
    return Servers.kafka().bootstrap();
  }

  /// The broker that is reached through [#proxy] by some.
  static KafkaServer proxied() {
    return Proxied.SERVER;
  }

  /// The broker that asks for a login.
  static KafkaServer secured() {
    return Secured.SERVER;
  }

  static ServerProxy proxy() {
    var ports = proxied().proxying();
    return new ServerProxy(ports.proxyPort(), ports.port(), KafkaWire::new);
  }

  /// `config` of a login with this password.
  static String login(String password) {
    return "brokers: ['%s'], sasl: {mechanism: scram-sha-256, username: %s, password: '%s'}"
        .formatted(
            secured().security().saslBootstrap(),
            secured().security().username(),
            password.replace("'", "''"));
  }

  /// Parts of the right password that are as they are however it is quoted.
  static List<String> secrets() {
    return List.of("s3cr", "et;", " word");
  }

  static String topic(String bootstrap, int partitions, Map<String, String> settings) {
    var name = Servers.freshName("contract");
    var topic = new NewTopic(name, partitions, (short) 1).configs(settings);
    ask(bootstrap, admin -> admin.createTopics(List.of(topic)).all());
    return name;
  }

  /// Leaves the topic to a user whom nobody is.
  static void forbid(String topic) {
    var somebody =
        new AccessControlEntry("User:other", "*", AclOperation.ALL, AclPermissionType.ALLOW);
    var place = new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL);
    ask(
        secured().bootstrap(),
        admin -> admin.createAcls(List.of(new AclBinding(place, somebody))).all());
  }

  private static void ask(String bootstrap, Function<Admin, KafkaFuture<Void>> question) {
    try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrap))) {
      question.apply(admin).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  private static final class Proxied {
    static final KafkaServer SERVER = KafkaServer.startBehindProxy();
  }

  private static final class Secured {
    static final KafkaServer SERVER = KafkaServer.startSecured();
  }
}
