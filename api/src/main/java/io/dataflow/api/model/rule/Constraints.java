package io.dataflow.api.model.rule;

import io.dataflow.api.model.problem.Problem;
import io.dataflow.api.model.problem.Severity;
import io.dataflow.api.model.rule.Claim.Any;
import io.dataflow.api.model.rule.Claim.At;
import io.dataflow.api.model.rule.Claim.Given;
import io.dataflow.api.model.rule.Claim.Not;
import io.dataflow.api.model.rule.Claim.Told;
import io.dataflow.api.model.type.Field;
import io.dataflow.api.model.type.RecordModel;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/// What must hold between the fields of a record, read once from the annotations of its class and
/// of its interfaces.
public final class Constraints {
  private static final ClassValue<Constraints> KNOWN =
      new ClassValue<>() {
        @Override
        protected Constraints computeValue(Class<?> type) {
          return new Constraints(RecordModel.of(type));
        }
      };

  private final RecordModel record;
  private final List<Constraint> all = new ArrayList<>();

  private Constraints(RecordModel record) {
    this.record = record;
    Stream.concat(Stream.of(record), record.inlined().stream()).forEach(this::readAll);
    all.sort(Comparator.comparingInt(constraint -> place(constraint.path())));
  }

  /// The constraints of a record, in the order of the fields that they speak of.
  public static List<Constraint> of(RecordModel record) {
    return List.copyOf(KNOWN.get(record.type()).all);
  }

  /// What is wrong with a record that has been read: of each field the one thing that comes first,
  /// errors before warnings. Paths are relative to the record.
  public static List<Problem> problems(RecordModel record, Values values) {
    var found = new LinkedHashMap<String, Problem>();
    for (var constraint : KNOWN.get(record.type()).all) {
      constraint
          .problem(values)
          .ifPresent(
              it -> found.merge(it.path(), it, (a, b) -> a.isError() || !b.isError() ? a : b));
    }
    var problems = new ArrayList<>(found.values());
    if (values.record() instanceof Findings it) {
      problems.addAll(it.findings());
    }
    return problems;
  }

  private void readAll(RecordModel part) {
    Stream.concat(Stream.of(part.type()), Arrays.stream(part.type().getInterfaces()))
        .forEach(this::read);
  }

  private void read(Class<?> type) {
    Arrays.stream(type.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Rule.class))
        .sorted(Comparator.comparing(Method::getName))
        .forEach(method -> add(method, method.getAnnotation(Rule.class)));
    Stream.of(type.getAnnotationsByType(Together.class)).forEach(this::add);
    Stream.of(type.getAnnotationsByType(OneOf.class)).forEach(this::add);
    Stream.of(type.getAnnotationsByType(Needs.class)).forEach(this::add);
    Stream.of(type.getAnnotationsByType(NotWith.class)).forEach(this::add);
    Stream.of(type.getAnnotationsByType(OnlyWith.class)).forEach(this::add);
  }

  private void add(Method method, Rule rule) {
    var severity = rule.warning() ? Severity.WARNING : Severity.ERROR;
    var problem = new Problem(rule.path(), rule.message(), severity);
    all.add(Constraint.always(Told.of(method, rule.cel()), problem));
  }

  private void add(Together together) {
    var fields = fields(together.value());
    for (var missing : fields) {
      for (var there : fields) {
        if (missing != there) {
          var problem = new Problem(missing.name(), Sentences.together(there, missing, fields));
          all.add(Constraint.when(new Given(there), new Given(missing), problem));
        }
      }
    }
  }

  private void add(OneOf oneOf) {
    var fields = fields(oneOf.value());
    var problem = new Problem(fields.getFirst().name(), Sentences.oneOf(fields));
    all.add(Constraint.always(any(fields), problem));
  }

  private void add(Needs needs) {
    var key = field(needs.key());
    var needed = field(needs.needs());
    var at = List.of(needs.at());
    var problem = new Problem(needed.name(), Sentences.needs(key, at, needed, needs.because()));
    all.add(
        Constraint.when(
            at.isEmpty() ? new Given(key) : At.of(key, at), new Given(needed), problem));
  }

  private void add(NotWith not) {
    var at = List.of(not.at());
    var problem = new Problem(not.key(), Sentences.notWith(field(not.with()), at));
    all.add(
        Constraint.when(
            At.of(field(not.with()), at), new Not(new Given(field(not.key()))), problem));
  }

  private void add(OnlyWith only) {
    var others = fields(only.with());
    var problem = Problem.warning(only.key(), Sentences.onlyWith(others));
    all.add(Constraint.when(new Given(field(only.key())), any(others), problem));
  }

  private static Claim any(List<Field> fields) {
    return new Any(fields.stream().map(field -> (Claim) new Given(field)).toList());
  }

  private List<Field> fields(String... names) {
    return Arrays.stream(names).map(this::field).toList();
  }

  private Field field(String name) {
    return record.fields().stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException(record.type() + " has rules for no field " + name));
  }

  /// Where a path's field stands in the record; what is about the whole comes last.
  private int place(String path) {
    var fields = record.fields();
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(path)) {
        return i;
      }
    }
    return fields.size();
  }
}
