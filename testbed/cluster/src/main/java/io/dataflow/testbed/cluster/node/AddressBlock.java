package io.dataflow.testbed.cluster.node;

import io.dataflow.testbed.server.ServerException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/// 65 000 loopback addresses that no other test on this machine hands out to its pods. On Linux all
/// of 127.0.0.0/8 is this machine, so that each pod can have all ports for itself.
public final class AddressBlock implements AutoCloseable {
  private static final int FIRST = 128;
  private static final int LAST = 250;
  private static final int CLAIM_PORT = 20_249;

  private final int block;
  private final ServerSocket claim;
  private final AtomicInteger handedOut = new AtomicInteger();

  private AddressBlock(int block, ServerSocket claim) {
    this.block = block;
    this.claim = claim;
  }

  /// Whoever listens at the last address of a block has it.
  public static AddressBlock claim() {
    for (var attempt = 0; attempt < 1000; attempt++) {
      var block = ThreadLocalRandom.current().nextInt(FIRST, LAST);
      try {
        var claim = new ServerSocket();
        claim.bind(
            new InetSocketAddress(InetAddress.ofLiteral("127." + block + ".255.254"), CLAIM_PORT));
        return new AddressBlock(block, claim);
      } catch (IOException taken) {
        continue;
      }
    }
    throw new ServerException(
        "no block of addresses between 127." + FIRST + ".0.0 and 127." + LAST + ".0.0 is free");
  }

  /// The address of the machine that the pods seem to run on.
  public String host() {
    return "127." + block + ".255.254";
  }

  /// The next address for a pod; after 65 000 of them the first comes again.
  public String next() {
    var number = handedOut.getAndIncrement() % (255 * 254);
    return "127.%d.%d.%d".formatted(block, number / 254, number % 254 + 1);
  }

  @Override
  public void close() {
    try {
      claim.close();
    } catch (IOException failure) {
      throw new ServerException("the addresses of the pods cannot be given back", failure);
    }
  }
}
