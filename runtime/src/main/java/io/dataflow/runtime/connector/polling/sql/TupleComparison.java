package io.dataflow.runtime.connector.polling.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A condition for rows by a position in the order of several columns.
///
/// @param sql the condition
/// @param parameters for each of its `?`, which of the position's values it takes
public record TupleComparison(String sql, List<Integer> parameters) {

  /// As a comparison of rows, which an index over the columns serves: `(a, b) > (?, ?)`.
  public static TupleComparison ofRows(List<String> references, List<String> parameters) {
    return ofRows(references, " > ", parameters);
  }

  /// The opposite, in the same form: `(a, b) <= (?, ?)`.
  public static TupleComparison ofRowsUpTo(List<String> references, List<String> parameters) {
    return ofRows(references, " <= ", parameters);
  }

  private static TupleComparison ofRows(
      List<String> references, String operator, List<String> parameters) {
    var places = IntStream.range(0, references.size()).boxed().toList();
    return new TupleComparison(row(references) + operator + row(parameters), places);
  }

  private static String row(List<String> values) {
    return values.size() == 1 ? values.getFirst() : "(" + String.join(", ", values) + ")";
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
