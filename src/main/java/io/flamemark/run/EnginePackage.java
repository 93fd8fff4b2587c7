package io.flamemark.run;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * A build of libtorch on the class path, by the description that DJL's packages of it hold: so that it can be named
 * without being loaded.
 *
 * @param version such as {@code 2.7.1}
 * @param flavor {@code cpu}, or {@code cu124} for CUDA 12.4
 */
record EnginePackage(String version, String flavor) {

    private static final String DESCRIPTION = "native/lib/pytorch.properties";

    /** All there are; more than one where the build for graphics cards brings the processor's, too. */
    static List<EnginePackage> onClassPath() {
        List<EnginePackage> found = new ArrayList<>();
        try {
            for (URL description :
                    Collections.list(EnginePackage.class.getClassLoader().getResources(DESCRIPTION))) {
                found.add(read(description));
            }
        } catch (IOException e) {
            // It only names what is there; what cannot be read is told when the engine is loaded.
            return List.of();
        }
        return List.copyOf(found);
    }

    private static EnginePackage read(URL description) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = description.openStream()) {
            properties.load(in);
        }
        String dated = properties.getProperty("version", "");
        return new EnginePackage(dated.replaceFirst("-\\d+$", ""), properties.getProperty("flavor", ""));
    }

    boolean isForCards() {
        return flavor.startsWith("cu");
    }

    /** Such as {@code PyTorch 2.7.1 cpu}. */
    static String inWords() {
        return onClassPath().stream()
                .map(engine -> "PyTorch " + engine.version + " " + engine.flavor)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
