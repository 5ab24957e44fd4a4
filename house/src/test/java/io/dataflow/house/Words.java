package io.dataflow.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// Every public type says in a `///` comment what it is for, in lines that the formatter leaves be.
final class Words implements Rule {
  private static final Pattern LONG_COMMENT = Pattern.compile("(?m)^\\s*///.*$");
  private static final int COLUMNS = 100;

  @Override
  public Stream<Problem> problems(SourceFile file) {
    if (!file.isJava()) {
      return Stream.empty();
    }
    var tooLong =
        file.places(LONG_COMMENT)
            .filter(place -> place.group().stripTrailing().length() > COLUMNS + newlines(place))
            .map(
                place ->
                    file.problem(
                        place, "a comment of more than 100 columns: `{}`", "Break the line"));
    return Stream.concat(tooLong, silentTypes(file).stream());
  }

  /// `^\s*` takes blank lines before the comment along.
  private static long newlines(MatchResult place) {
    return place.group().lastIndexOf('\n') + 1L;
  }

  private static List<Problem> silentTypes(SourceFile file) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var task =
        (JavacTask)
            compiler.getTask(
                null, null, ignored -> {}, List.of("-proc:none"), null, List.of(input(file)));
    try {
      var scanner = new PublicTypes(file, DocTrees.instance(task));
      task.parse().forEach(unit -> scanner.scan(unit, unit));
      return scanner.problems;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static JavaFileObject input(SourceFile file) {
    var uri = URI.create("string:///" + file.path());
    return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return file.text();
      }
    };
  }

  private static final class PublicTypes extends TreePathScanner<Void, CompilationUnitTree> {
    private final SourceFile file;
    private final DocTrees docs;
    private final List<Problem> problems = new ArrayList<>();

    PublicTypes(SourceFile file, DocTrees docs) {
      this.file = file;
      this.docs = docs;
    }

    @Override
    public Void visitClass(ClassTree type, CompilationUnitTree unit) {
      if (type.getModifiers().getFlags().contains(Modifier.PUBLIC) && isSilent(getCurrentPath())) {
        var position = docs.getSourcePositions().getStartPosition(unit, type);
        problems.add(
            new Problem(
                file.path(),
                (int) unit.getLineMap().getLineNumber(position),
                "the public type " + type.getSimpleName() + " does not say what it is for",
                "Begin it with a `///` comment of one sentence, before its annotations"));
      }
      return super.visitClass(type, unit);
    }

    private boolean isSilent(TreePath path) {
      var comment = docs.getDocComment(path);
      return comment == null || comment.isBlank();
    }
  }
}
