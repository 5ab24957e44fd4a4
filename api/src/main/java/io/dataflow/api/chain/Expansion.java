package io.dataflow.api.chain;

import io.dataflow.api.message.Children;
import io.dataflow.api.message.Message;
import java.util.ArrayList;
import java.util.List;

/// What a step that makes many messages of one has made of some messages: each is made when it is
/// asked for, so it says how much all of them would be before any of them exists.
public final class Expansion {
  /// What a message takes in memory besides its body, in bytes.
  static final int OVERHEAD = 256;

  private final List<Part> parts;

  Expansion(List<Part> parts) {
    this.parts = parts;
  }

  /// What one message has become.
  sealed interface Part {
    int size();

    /// The message to go on with when nobody asks again.
    Message once(int index);

    /// A message that nobody else has.
    Message fresh(int index);

    long weightAtMost();

    Weights weights();
  }

  /// How heavy each message of a part is.
  interface Weights {
    long of(int index);
  }

  /// It passes.
  record Single(Message message) implements Part {
    @Override
    public int size() {
      return 1;
    }

    @Override
    public Message once(int index) {
      return message;
    }

    @Override
    public Message fresh(int index) {
      return message.copy();
    }

    @Override
    public long weightAtMost() {
      return OVERHEAD + message.original().length;
    }

    @Override
    public Weights weights() {
      return _ -> weightAtMost();
    }
  }

  /// It has become these.
  record Many(Children children) implements Part {
    @Override
    public int size() {
      return children.size();
    }

    @Override
    public Message once(int index) {
      return children.get(index);
    }

    @Override
    public Message fresh(int index) {
      return children.get(index);
    }

    @Override
    public long weightAtMost() {
      long bytes = children.bytesAtMost();
      return bytes == Long.MAX_VALUE ? bytes : bytes + (long) OVERHEAD * size();
    }

    @Override
    public Weights weights() {
      int shared = children.sharedBytes();
      return index -> OVERHEAD + shared + children.ownBytes(index);
    }
  }

  static Expansion of(List<Expansion> inOrder) {
    return new Expansion(inOrder.stream().flatMap(each -> each.parts.stream()).toList());
  }

  /// How many messages there are.
  public int size() {
    return parts.stream().mapToInt(Part::size).sum();
  }

  /// Whether all of them together take more than so many bytes of memory.
  public boolean exceeds(long limit) {
    long weight = 0;
    for (var part : parts) {
      long most = part.weightAtMost();
      weight += most <= limit ? most : weight(part, limit);
      if (weight > limit) {
        return isHeavy(limit);
      }
    }
    return false;
  }

  /// Looks closely: what is known without a look counts the array in each of its elements.
  private boolean isHeavy(long limit) {
    long weight = 0;
    for (var part : parts) {
      weight += weight(part, limit);
      if (weight > limit) {
        return true;
      }
    }
    return false;
  }

  private static long weight(Part part, long limit) {
    var weights = part.weights();
    long weight = 0;
    for (int i = 0; i < part.size() && weight <= limit; i++) {
      weight += weights.of(i);
    }
    return weight;
  }

  /// The same in pieces, in order: each of messages that stay together within the limit with all
  /// that has become of them, or of one that does not.
  List<Expansion> pieces(long limit) {
    var pieces = new ArrayList<Expansion>();
    var piece = new ArrayList<Part>();
    long together = 0;
    for (var part : parts) {
      long weight = weight(part, limit);
      if (!piece.isEmpty() && together + weight > limit) {
        pieces.add(new Expansion(piece));
        piece = new ArrayList<>();
        together = 0;
      }
      piece.add(part);
      together += weight;
    }
    pieces.add(new Expansion(piece));
    return pieces;
  }

  /// All of them.
  public List<Message> all() {
    var all = new ArrayList<Message>(size());
    for (var part : parts) {
      for (int i = 0; i < part.size(); i++) {
        all.add(part.once(i));
      }
    }
    return all;
  }

  /// Takes some of them after the other, from the first one on; each cursor gets messages of its
  /// own, that nobody has changed.
  ExpansionCursor cursor() {
    return new ExpansionCursor(parts);
  }
}
