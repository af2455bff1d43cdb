package org.parley.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.ThrowingConsumer;

/**
 * What fuzzing found worth keeping, in the folder where the fuzzer too looks for it. Run as plain tests: the fuzzer's own
 * way of doing so puts an agent into the JVM of all tests (docs/adr/0011-fuzzing.md).
 */
public final class KeptInputs {
    private KeptInputs() {}

    /** A test for each input of a fuzz test, and one for an empty file. */
    public static Stream<DynamicTest> of(Class<?> fuzzTest, ThrowingConsumer<byte[]> target)
            throws IOException, URISyntaxException {
        URL folder = Objects.requireNonNull(fuzzTest.getResource(fuzzTest.getSimpleName() + "Inputs"));
        try (Stream<Path> files = Files.walk(Path.of(folder.toURI()))) {
            Stream<DynamicTest> kept = files.filter(Files::isRegularFile).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(
                            file.getFileName().toString(), () -> target.accept(Files.readAllBytes(file))));
            return Stream.concat(Stream.of(DynamicTest.dynamicTest("empty", () -> target.accept(new byte[0]))), kept);
        }
    }
}
