package io.flamemark.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.flamemark.architecture.PackageTable.ROOT;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the design document that a compiler does not check. */
class ArchitectureTest {

    private static JavaClasses main;

    @BeforeAll
    static void readMainClasses() {
        main = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOT);
    }

    static java.util.stream.Stream<PackageTable.Row> rows() {
        return PackageTable.ROWS.stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    @DisplayName("a package uses only what the table allows")
    void dependenciesPointOneWay(PackageTable.Row row) {
        classes()
                .that()
                .resideInAPackage(row.pattern())
                .should()
                .onlyDependOnClassesThat(row.allows())
                .because("dependencies point one way, from the edges to the domain")
                .check(main);
    }

    @Test
    @DisplayName("every package stands in the table")
    void noPackageEscapes() {
        classes()
                .should()
                .resideInAnyPackage(PackageTable.patterns())
                .because("a package without a row could depend on anything")
                .check(main);
    }

    @Test
    @DisplayName("no cycles between packages")
    void noCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(main);
    }

    @Test
    @DisplayName("no cycles within the packages of the window, the formats or the network")
    void noInnerCycles() {
        slices().matching(ROOT + ".app.(*)..").should().beFreeOfCycles().check(main);
        slices().matching(ROOT + ".app.train.(*)..").should().beFreeOfCycles().check(main);
        slices().matching(ROOT + ".exchange.(*)..").should().beFreeOfCycles().check(main);
        slices().matching(ROOT + ".maskrcnn.(*)..").should().beFreeOfCycles().check(main);
    }

    @Test
    @DisplayName("a library is used in one place only")
    void librariesHaveOneUser() {
        onlyIn("javafx is the window's", "javafx..", "app", "launch");
        onlyIn("libtorch never loads in the process that holds annotations", "ai.djl..", "maskrcnn");
        onlyIn("the domain does not know how JSON is parsed", "com.fasterxml.jackson..", "files");
        onlyIn("AWT and ImageIO are decoders, not a second image model", "javax.imageio..", "imaging");
        onlyIn("AWT and ImageIO are decoders, not a second image model", "java.awt..", "imaging");
        onlyIn("JTS is an implementation detail of geometry", "org.locationtech..", "geometry");
        onlyIn("the command line is an edge", "picocli..", "cli", "launch");
    }

    private static void onlyIn(String reason, String library, String... packages) {
        String[] allowed = java.util.Arrays.stream(packages)
                .map(p -> ROOT + "." + p + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideOutsideOfPackages(allowed)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because(reason)
                .check(main);
    }

    @Test
    @DisplayName("no thread is started by hand")
    void noNewThread() {
        noClasses()
                .should()
                .callConstructorWhere(DescribedPredicate.describe(
                        "a Thread is made outside a thread factory",
                        call -> call.getTargetOwner().isEquivalentTo(Thread.class) && !insideThreadFactory(call)))
                .because("an exception in a loose thread vanishes and nobody can stop it")
                .check(main);
    }

    /** Executors need named daemon threads; the one place to make them is a method that returns a Thread. */
    private static boolean insideThreadFactory(JavaAccess<?> call) {
        return call.getOwner() instanceof com.tngtech.archunit.core.domain.JavaMethod method
                && method.getRawReturnType().isEquivalentTo(Thread.class);
    }

    @Test
    @DisplayName("one gate to the JavaFX thread")
    void oneGateToTheFxThread() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".app.task..")
                .should()
                .callMethod(javafx.application.Platform.class, "runLater", Runnable.class)
                .because("FxTasks is the one way back from background work")
                .check(main);
    }

    @Test
    @DisplayName("standard streams belong to the edges")
    void standardStreams() {
        DescribedPredicate<JavaAccess<?>> streams = DescribedPredicate.describe(
                "System.out or System.err",
                access -> access.getTargetOwner().isEquivalentTo(System.class)
                        && (access.getName().equals("out") || access.getName().equals("err")));
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".cli..", ROOT + ".host..", ROOT + ".launch..")
                .should()
                .accessFieldWhere(DescribedPredicate.describe(streams.getDescription(), streams::test))
                .because("the worker's standard output is a protocol")
                .check(main);
    }

    @Test
    @DisplayName("nothing is formatted in the machine's language unless it says so")
    void formatsNameTheirLocale() {
        noClasses()
                .should()
                .callMethod(String.class, "format", String.class, Object[].class)
                .because("in Arabic or Persian its numbers are not those that files, scripts and English words have")
                .check(main);
    }

    @Test
    @DisplayName("a class is named for what it is")
    void noVagueNames() {
        ArchRule rule = noClasses()
                .should()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .because("such a name says that nobody knows what belongs in it");
        rule.check(main);
    }

    @Test
    @DisplayName("the starting class does not extend Application")
    void mainIsNoApplication() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".launch..")
                .should()
                .beAssignableTo(javafx.application.Application.class)
                .because("JavaFX refuses to start such a class from the class path")
                .check(main);
        JavaClass start = main.get(ROOT + ".launch.Main");
        org.junit.jupiter.api.Assertions.assertTrue(
                start.tryGetMethod("main", String[].class).isPresent());
    }
}
