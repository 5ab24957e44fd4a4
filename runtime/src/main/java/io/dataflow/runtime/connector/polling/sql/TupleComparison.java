package io.dataflow.runtime.connector.polling.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The condition for rows behind a position in the order of several columns.
///
/// @param sql the condition
/// @param parameters for each of its `?`, which of the position's values it takes
public record TupleComparison(String sql, List<Integer> parameters) {

  /// As a comparison of rows, which an index over the columns serves: `(a, b) > (?, ?)`.
  public static TupleComparison ofRows(List<String> references, List<String> parameters) {
    var places = IntStream.range(0, references.size()).boxed().toList();
    return new TupleComparison(
        references.size() == 1
            ? references.getFirst() + " > " + parameters.getFirst()
            : "(" + String.join(", ", references) + ") > (" + String.join(", ", parameters) + ")",
        places);
  }

  /// Column by column, for a database that does not compare rows:
  /// `(a > ? OR a = ? AND b > ?)`.
  public static TupleComparison expanded(List<String> references, List<String> parameters) {
    var choices = new ArrayList<String>();
    var places = new ArrayList<Integer>();
    for (int last = 0; last < references.size(); last++) {
      var terms = new ArrayList<String>();
      for (int i = 0; i <= last; i++) {
        terms.add(references.get(i) + (i == last ? " > " : " = ") + parameters.get(i));
        places.add(i);
      }
      choices.add(String.join(" AND ", terms));
    }
    return new TupleComparison("(" + String.join(" OR ", choices) + ")", List.copyOf(places));
  }

  /// The values for the `?`, of a position's values.
  public List<String> values(List<String> position) {
    return parameters.stream().map(position::get).toList();
  }
}
