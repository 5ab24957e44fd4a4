package io.dataflow.runtime.flow.deadletter;

import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.Delivery;
import io.dataflow.runtime.connector.Mark;
import io.dataflow.runtime.connector.Rejected;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Some rejected records on their way into the error sink. What it refuses is tried again in a
/// shorter form, alone, until nothing is left or no shorter form is.
public final class DeadLetters {
  private final ErrorEnvelope envelope;
  private final Delivery delivery;
  private Map<Message, Rejected> records = new IdentityHashMap<>();
  private EnvelopeForm form = EnvelopeForm.WHOLE;

  /// The records in their whole form.
  ///
  /// @param mark of the batch that the records are from
  public DeadLetters(ErrorEnvelope envelope, Mark mark, List<Rejected> rejected) {
    this.envelope = envelope;
    this.delivery = new Delivery(Delivery.ERRORS, mark, List.of());
    fill(rejected);
  }

  /// What goes to the error sink: the same delivery however often it is tried, as Camel puts back
  /// the body of the first attempt before each further one.
  public Delivery delivery() {
    return delivery;
  }

  /// Whether what is refused may be tried in another form.
  public boolean hasNext() {
    return form.next().isPresent();
  }

  /// Puts those records that the error sink has refused into the delivery once more, in the next
  /// form.
  public void next() {
    form = form.next().orElseThrow();
    var refused = delivery.rejected().stream().map(each -> records.get(each.message())).toList();
    delivery.rejected().clear();
    fill(refused);
  }

  private void fill(List<Rejected> rejected) {
    var made = new IdentityHashMap<Message, Rejected>();
    for (var record : rejected) {
      var message = envelope.of(record, form);
      made.put(message, record);
      delivery.pending().add(message);
    }
    records = made;
  }
}
