package io.dataflow.testbed;

import io.dataflow.testbed.server.Ports;

/// The listener of a broker for clients that come through a proxy: they are told the proxy's port
/// as the broker's own.
///
/// @param port where the broker listens, which is what the proxy forwards to
/// @param proxyPort where clients connect, which is where the proxy listens
public record KafkaProxying(int port, int proxyPort) {

  /// The address for clients, as `host:port`.
  public String bootstrap() {
    return KafkaServer.HOST + ":" + proxyPort;
  }

  static KafkaProxying onFreePorts() {
    return new KafkaProxying(Ports.free(), Ports.free());
  }

  String listener() {
    return ",PROXIED://" + KafkaServer.HOST + ":" + port;
  }

  String advertised() {
    return ",PROXIED://" + bootstrap();
  }

  String properties() {
    return "listener.security.protocol.map="
        + "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,PROXIED:PLAINTEXT\n";
  }
}
