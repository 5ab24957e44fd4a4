package io.dataflow.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Each rule finds what it is there for, and lets what only looks like it pass.
class RulesTest {
  private static final String API = "api/src/main/java/io/dataflow/api/Sample.java";
  private static final String RUNTIME = "runtime/src/main/java/io/dataflow/runtime/Sample.java";
  private static final String RUNTIME_TEST =
      "runtime/src/test/java/io/dataflow/runtime/Sample.java";

  @Test
  void formatNamesTheFirstLineThatDiffers() {
    assertThat(
            check(new Format(), API, "package io.dataflow.api;\n\nclass Sample {\n\tint a;\n}\n"))
        .containsExactly(
            API
                + ":4: not formatted as google-java-format does."
                + " Run mvn -q -pl house test -Dformat.");
    assertThat(check(new Format(), API, "package io.dataflow.api;\n\nclass Sample {}\n")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import io.dataflow.operator.Desired;",
        "import static io.dataflow.cli.Main.main;",
        "class Sample { Object o = io.dataflow.testbed.Servers.kafka(); }"
      })
  void wallsKeepTheRuntimeFromTheOthers(String line) {
    assertThat(check(new Walls(), RUNTIME, "package io.dataflow.runtime;\n" + line))
        .singleElement()
        .asString()
        .startsWith(RUNTIME + ":2: runtime must not use ");
  }

  @Test
  void wallsKeepTheOperatorFromTheRuntime() {
    var file = "operator/src/main/java/io/dataflow/operator/Sample.java";
    var text = "package io.dataflow.operator;\nimport io.dataflow.%s.Thing;";
    assertThat(check(new Walls(), file, text.formatted("runtime"))).hasSize(1);
    assertThat(check(new Walls(), file, text.formatted("api"))).isEmpty();
  }

  @Test
  void wallsLetTheApiUseNothing() {
    var text = "package io.dataflow.api;\nimport io.dataflow.runtime.Flow;";
    assertThat(check(new Walls(), API, text)).hasSize(1);
    assertThat(check(new Walls(), API, "package io.dataflow.runtime.hidden;")).hasSize(1);
    assertThat(check(new Walls(), API, "package io.dataflow.api.conditions;")).isEmpty();
  }

  @Test
  void wallsLetTestsUseTheTestbedAndCommentsSayWhatTheyLike() {
    var text = "package io.dataflow.runtime;\nimport io.dataflow.testbed.Servers;";
    assertThat(check(new Walls(), RUNTIME_TEST, text)).isEmpty();
    assertThat(check(new Walls(), RUNTIME, "// as io.dataflow.operator does\n")).isEmpty();
  }

  @Test
  void wallsReadThePomsAndKnowAllModules() {
    var pom = "<artifactId>dataflow-runtime</artifactId>\n<version>1</version>";
    assertThat(check(new Walls(), "operator/pom.xml", pom)).hasSize(1);
    assertThat(check(new Walls(), "operator/pom.xml", pom + "\n<type>pom</type>")).isEmpty();
    assertThat(check(new Walls(), "cli/pom.xml", pom)).isEmpty();
    assertThat(check(new Walls(), "surprise/pom.xml", pom))
        .singleElement()
        .asString()
        .contains("not known to the walls");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TextUtils", "Helper", "FlowManager", "SinkBase", "SourceImpl"})
  void namesMustSayWhatTheThingIs(String name) {
    assertThat(check(new Names(), API, "\npublic final class " + name + " {}"))
        .singleElement()
        .asString()
        .startsWith(API + ":2: `class " + name + "` has a name that says nothing.");
  }

  @Test
  void namesMayHaveTheWordsInsideAndInLiterals() {
    assertThat(check(new Names(), API, "class Database {} // class Utils\n")).isEmpty();
    assertThat(check(new Names(), API, "class BaseTable { String s = \"class Utils\"; }"))
        .isEmpty();
  }

  @Test
  void lengthCountsCodeAlone() {
    assertThat(check(new Length(), API, "int a;\n".repeat(200) + "// words\n\n".repeat(50)))
        .isEmpty();
    assertThat(check(new Length(), API, "int a;\n".repeat(201)))
        .singleElement()
        .asString()
        .startsWith(API + ":1: 201 lines of code");
  }

  @Test
  void wordsAreWantedOnPublicTypes() {
    var silent = "package a;\n\n@Deprecated\npublic record Sample() {}\n";
    assertThat(check(new Words(), API, silent))
        .singleElement()
        .asString()
        .startsWith(API + ":3: the public type Sample does not say what it is for.");
    assertThat(check(new Words(), API, silent.replace("@D", "/// Shows.\n@D"))).isEmpty();
    assertThat(check(new Words(), API, "record Sample() {}")).isEmpty();
    assertThat(check(new Words(), API, "class Sample { public enum Kind {} }")).hasSize(1);
  }

  @Test
  void wordsFitTheLine() {
    assertThat(check(new Words(), API, "\n\n/// " + "x".repeat(96) + "\nclass A {}")).isEmpty();
    assertThat(check(new Words(), API, "/// " + "x".repeat(97) + "\nclass A {}")).hasSize(1);
  }

  @Test
  void placesAreNotNamed() {
    for (var place :
        List.of(
            "https://repo.mav" + "en.apache.org/maven2",
            "https://registry.npm" + "js.org/x",
            "see /wor" + "k/shared",
            "\"/ro" + "ot/.m2\"",
            "cd /home/" + "somebody/src")) {
      assertThat(check(new Places(), "docs/a.md", "\n" + place)).as(place).hasSize(1);
    }
    for (var fine :
        List.of("https://mav" + "en.apache.org/xsd", "${project}/wor" + "k/x", "src/ro" + "ot/x")) {
      assertThat(check(new Places(), "pom.xml", fine)).as(fine).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "// TO" + "DO later",
        "failure.printStackTrace();",
        "try {} catch (IOException e) {\n // never mind\n}",
        "Thread.sleep(100);"
      })
  void looseEndsAreFound(String text) {
    assertThat(check(new LooseEnds(), RUNTIME_TEST, "\n" + text))
        .singleElement()
        .asString()
        .startsWith(RUNTIME_TEST + ":2: ");
  }

  @Test
  void looseEndsInLiteralsAndSleepOutsideTestsPass() {
    assertThat(check(new LooseEnds(), RUNTIME, "Thread.sleep(100);")).isEmpty();
    assertThat(check(new LooseEnds(), RUNTIME_TEST, "\"Thread.sleep(1)\"")).isEmpty();
    assertThat(check(new LooseEnds(), RUNTIME, "catch (IOException e) { return; }")).isEmpty();
  }

  @Test
  void linksMustLeadSomewhere(@TempDir Path root) throws IOException {
    writePages(root);
    for (var target :
        List.of(
            "gone.md",
            "../docs/gone.md#there",
            "there.md#three-steps",
            "#two-steps",
            "pictures/way.svg",
            "../../elsewhere.md")) {
      for (var link : List.of("[gone](%s)", "![gone](%s)", "<img src=\"%s\" alt=\"gone\">")) {
        assertThat(check(new Links(root), "docs/a.md", "\n" + link.formatted(target)))
            .singleElement()
            .asString()
            .startsWith("docs/a.md:2: the link `" + target + "` leads nowhere.");
      }
    }
  }

  @Test
  void linksThatLeadSomewhereOrElsewherePass(@TempDir Path root) throws IOException {
    writePages(root);
    for (var fine :
        List.of(
            "[a page](there.md), [a folder](../docs), [itself](#steps)\n# Steps",
            "[a heading](there.md#two-steps-filter)",
            "<img src=\"../way.svg\">",
            "[elsewhere](https://example.com/gone)",
            "`[code](gone.md)`\n```\n[code](gone.md)\n```")) {
      assertThat(check(new Links(root), "docs/a.md", fine)).as(fine).isEmpty();
    }
    assertThat(check(new Links(root), API, "// [gone](gone.md)")).isEmpty();
  }

  private static void writePages(Path root) throws IOException {
    Files.createDirectories(root.resolve("docs"));
    Files.writeString(root.resolve("docs/there.md"), "# There\n\n## Two steps: `filter`\n");
    Files.writeString(root.resolve("way.svg"), "<svg/>");
  }

  @Test
  void theTreeHasNoBuildResults(@TempDir Path root) throws IOException {
    for (var name : List.of("api/A.java", "api/target/B.java", ".git/C.java", ".ci/run")) {
      Files.createDirectories(root.resolve(name).getParent());
      Files.writeString(root.resolve(name), "text");
    }
    Files.write(root.resolve("picture.png"), new byte[] {(byte) 0x89, 'P', 0});
    assertThat(new Tree(root).files())
        .extracting(SourceFile::path)
        .containsExactly(".ci/run", "api/A.java");
  }

  private static List<String> check(Rule rule, String path, String text) {
    return rule.problems(new SourceFile(path, text)).map(Problem::toString).toList();
  }
}
