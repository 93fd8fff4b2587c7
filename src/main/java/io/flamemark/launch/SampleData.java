package io.flamemark.launch;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the sample project that comes with the program. */
final class SampleData {

    private static final String PROPERTY = "flamemark.sample";
    private static final Path PROJECT = Path.of("sample-data", "via_project.json");

    private SampleData() {}

    /**
     * The project named by the system property {@code flamemark.sample}; else in {@code sample-data} in the working
     * directory, beside the jar, or in the folder above it.
     */
    static Optional<Path> find() {
        String named = System.getProperty(PROPERTY);
        if (named != null) {
            return Optional.of(Path.of(named)).filter(Files::exists);
        }
        Path program = programFolder();
        return Stream.of(Path.of(""), program, program.resolve(".."))
                .map(folder -> folder.resolve(PROJECT).toAbsolutePath().normalize())
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** The folder of the jar, or of the compiled classes. */
    private static Path programFolder() {
        try {
            Path code = Path.of(SampleData.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return code.toAbsolutePath().getParent();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Path.of("");
        }
    }
}
