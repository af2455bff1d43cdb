package org.parley.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of ARCHITECTURE.md about files; those about classes are in {@link HouseRulesTest}. */
class HouseFilesTest {
    private static final int LONGEST = 500;
    private static final int LONGEST_MEDIAN = 100;

    private static final Path ROOT = Path.of(System.getProperty("parley.root", ".."));

    @Test
    void no_java_file_is_longer_than_500_lines_and_half_are_under_100() throws IOException {
        Map<Path, Integer> lines = new TreeMap<>();
        for (Path file : javaFiles("src")) {
            lines.put(ROOT.relativize(file), Files.readAllLines(file).size());
        }
        List<Integer> sorted = lines.values().stream().sorted().toList();
        int median = sorted.get(sorted.size() / 2);
        System.out.printf("%d Java files, median %d lines, longest %d%n", sorted.size(), median, sorted.getLast());
        lines.values().removeIf(length -> length <= LONGEST);
        assertThat(lines).as("files longer than %d lines", LONGEST).isEmpty();
        assertThat(median).as("median length of a Java file").isLessThan(LONGEST_MEDIAN);
    }

    @Test
    void every_package_says_what_it_is_and_is_null_marked() throws IOException {
        Stream<Path> folders =
                javaFiles("src/main/java").stream().map(Path::getParent).distinct();
        assertThat(folders)
                .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                        .content()
                        .contains("/**")
                        .contains("@NullMarked"));
    }

    @Test
    void every_module_has_a_readme_and_a_line_in_the_list_of_edges() throws IOException {
        assertThat(modules())
                .allSatisfy(
                        module -> assertThat(ROOT.resolve(module, "README.md")).isNotEmptyFile());
        assertThat(modules()).containsExactlyInAnyOrderElementsOf(HouseRulesTest.MAY_USE.keySet());
    }

    private static List<Path> javaFiles(String under) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String module : modules()) {
            Path folder = ROOT.resolve(module).resolve(under);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(found::add);
                }
            }
        }
        return found;
    }

    /** The modules as the parent pom lists them. */
    private static List<String> modules() throws IOException {
        String pom = Files.readString(ROOT.resolve("pom.xml"));
        return Pattern.compile("<module>([^<]+)</module>")
                .matcher(pom)
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
