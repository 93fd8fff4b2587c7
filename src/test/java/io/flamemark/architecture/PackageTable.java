package io.flamemark.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Who may use whom, as in the design document. */
final class PackageTable {

    static final String ROOT = "io.flamemark";

    private static final Set<String> ALL = Set.of(
            "files",
            "geometry",
            "annotation",
            "edit",
            "exchange",
            "format",
            "imaging",
            "synthesis",
            "dataset",
            "detection",
            "weights",
            "run",
            "augment",
            "host",
            "maskrcnn",
            "settings",
            "app",
            "cli",
            "launch");

    static final List<Row> ROWS = List.of(
            row("files"),
            row("geometry"),
            row("annotation", "geometry"),
            row("edit", "annotation", "geometry"),
            row("exchange", "annotation", "geometry", "imaging", "files"),
            row("format", "annotation", "edit", "exchange", "geometry", "imaging", "files"),
            row("imaging", "geometry"),
            row("synthesis", "annotation", "geometry", "imaging"),
            row("dataset", "annotation", "geometry", "imaging"),
            row("detection", "geometry"),
            row("weights", "files"),
            row("run", "dataset", "detection", "geometry", "weights", "files"),
            row("host", "run", "dataset", "detection", "geometry", "files"),
            row("augment", "run", "dataset", "annotation", "geometry", "imaging"),
            row("maskrcnn", "augment", "run", "dataset", "detection", "geometry", "imaging", "weights", "files"),
            row("settings", "files"),
            new Row("app", allBut("maskrcnn", "cli", "launch")),
            new Row("cli", allBut("maskrcnn", "app", "launch")),
            new Row("launch", ALL));

    private PackageTable() {}

    /** A package and what of ours it may use besides itself. */
    record Row(String name, Set<String> uses) {

        String pattern() {
            return ROOT + "." + name + "..";
        }

        DescribedPredicate<JavaClass> allows() {
            return DescribedPredicate.describe(
                    "are of the JDK, a library, " + name + " or " + uses,
                    type -> !type.getPackageName().startsWith(ROOT + ".") || uses(type));
        }

        private boolean uses(JavaClass type) {
            String first = type.getPackageName().substring(ROOT.length() + 1).split("\\.")[0];
            return first.equals(name) || uses.contains(first);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static String[] patterns() {
        return ROWS.stream().map(Row::pattern).toArray(String[]::new);
    }

    private static Row row(String name, String... uses) {
        return new Row(name, Set.of(uses));
    }

    private static Set<String> allBut(String... excluded) {
        return ALL.stream().filter(p -> !Arrays.asList(excluded).contains(p)).collect(Collectors.toSet());
    }
}
