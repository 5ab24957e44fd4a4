package io.dataflow.runtime.clickhouse.encode;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.connector.table.value.JsonValue;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/// IPv4 and IPv6; the latter holds the former too.
record AddressEncoder(boolean six) implements ValueEncoder {
  private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

  @Override
  public void encode(byte[] json, int start, int end, Bytes out) {
    if (!JsonValue.isText(json, start)) {
      throw new RecordException("the value is no IP address");
    }
    var bytes = address(JsonValue.text(json, start, end).strip()).getAddress();
    if (!six) {
      for (int i = bytes.length - 1; i >= 0; i--) {
        out.put(bytes[i] & 0xff);
      }
      return;
    }
    if (bytes.length < 16) {
      out.put(MAPPED);
    }
    out.put(bytes);
  }

  private InetAddress address(String text) {
    try {
      // Asks nobody for names.
      var address = six ? InetAddress.ofLiteral(text) : Inet4Address.ofLiteral(text);
      if (address instanceof Inet6Address scoped && scoped.getScopeId() != 0) {
        throw new RecordException("the IP address has a zone");
      }
      return address;
    } catch (IllegalArgumentException e) {
      throw new RecordException("the value is no IPv" + (six ? 6 : 4) + " address");
    }
  }
}
