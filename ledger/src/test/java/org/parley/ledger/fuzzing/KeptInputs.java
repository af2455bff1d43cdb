package org.parley.ledger.fuzzing;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.ThrowingConsumer;

/**
 * What fuzzing found worth keeping, in the folder where the fuzzer too looks for it, and what a test makes itself for a
 * beginning. Run as plain tests: the fuzzer's own way of doing so puts an agent into the JVM of all tests
 * (docs/adr/0011-fuzzing.md).
 */
public final class KeptInputs {
    private KeptInputs() {}

    /** A test for each kept input of a fuzz test, and one for an empty file. */
    public static Stream<DynamicTest> of(Class<?> fuzzTest, ThrowingConsumer<byte[]> target)
            throws IOException, URISyntaxException {
        return of(fuzzTest, Stream.empty(), target);
    }

    /** The same, and one for each of these seeds. */
    public static Stream<DynamicTest> of(Class<?> fuzzTest, Stream<byte[]> seeds, ThrowingConsumer<byte[]> target)
            throws IOException, URISyntaxException {
        List<byte[]> made = seeds.toList();
        List<Path> files = kept(fuzzTest);
        if (made.isEmpty() && files.isEmpty()) {
            throw new IllegalStateException("nothing to run " + fuzzTest.getSimpleName() + " with");
        }
        Stream<DynamicTest> ofSeeds = IntStream.range(0, made.size())
                .mapToObj(i -> DynamicTest.dynamicTest("seed " + i, () -> target.accept(made.get(i))));
        Stream<DynamicTest> ofFiles = files.stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.getFileName().toString(), () -> target.accept(Files.readAllBytes(file))));
        DynamicTest empty = DynamicTest.dynamicTest("empty", () -> target.accept(new byte[0]));
        return Stream.of(Stream.of(empty), ofSeeds, ofFiles).flatMap(tests -> tests);
    }

    /** The files beside the test; where it makes its seeds itself there may be none. */
    private static List<Path> kept(Class<?> fuzzTest) throws IOException, URISyntaxException {
        Optional<URL> folder = Optional.ofNullable(fuzzTest.getResource(fuzzTest.getSimpleName() + "Inputs"));
        if (folder.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(Path.of(folder.get().toURI()))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
