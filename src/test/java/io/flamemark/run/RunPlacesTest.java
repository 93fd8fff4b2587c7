package io.flamemark.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunPlacesTest {

    @TempDir
    Path folder;

    private Path project(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name)).resolve("via_project.json");
    }

    private Path data() {
        return folder.resolve("data");
    }

    private RunStore store(Path project, boolean writable) {
        return RunStore.of(project, data(), Clock.systemUTC(), place -> writable);
    }

    private RunDirectory create(RunStore store, Path project) throws IOException {
        return store.create(RunFixture.config("quick"), RunFixture.dataset(folder), project);
    }

    private static Set<String> ids(RunStore store) throws IOException {
        return store.list().stream().map(RunSummary::id).collect(Collectors.toSet());
    }

    @Test
    @DisplayName("two read-only projects of one name, or of names without plain letters, share no folder")
    void apart() throws Exception {
        for (List<String> two :
                List.of(List.of("a/fire", "b/fire"), List.of("\u706b\u707d", "\u043f\u043e\u0436\u0430\u0440"))) {
            Path one = store(project(two.get(0)), false).folder();
            Path other = store(project(two.get(1)), false).folder();
            assertTrue(one.startsWith(data()) && other.startsWith(data()));
            assertNotEquals(one, other);
        }
    }

    @Test
    @DisplayName("runs are listed wherever they are when what can be written changes")
    void both() throws Exception {
        Path project = project("fire");
        RunDirectory beside = create(store(project, true), project);
        RunDirectory elsewhere = create(store(project, false), project);
        assertEquals(project.resolveSibling("runs"), beside.root().getParent());
        assertTrue(elsewhere.root().startsWith(data()));
        for (boolean writable : new boolean[] {true, false}) {
            assertEquals(Set.of(beside.id(), elsewhere.id()), ids(store(project, writable)));
            assertEquals(2, store(project, writable).mark().lines().count());
        }
    }

    @Test
    @DisplayName("the folder that earlier versions used for a read-only project is listed too")
    void earlier() throws Exception {
        Path project = project("fire");
        RunStore old = new RunStore(data().resolve("runs/fire"), Clock.systemUTC());
        assertEquals(Set.of(create(old, project).id()), ids(store(project, false)));
    }

    @Test
    @DisplayName("so it is where only the folder of the project cannot be written, its runs/ can")
    void earlierBesideWritableRuns() throws Exception {
        Path project = project("fire");
        RunStore old = new RunStore(data().resolve("runs/fire"), Clock.systemUTC());
        RunDirectory run = create(old, project);
        Path beside = Files.createDirectories(project.resolveSibling("runs"));
        RunStore now = RunStore.of(project, data(), Clock.systemUTC(), beside::equals);
        assertEquals(beside, now.folder());
        assertEquals(Set.of(run.id()), ids(now));
    }

    @Test
    @DisplayName("a deleted run goes to the bin of its own folder and comes back to it")
    void bin() throws Exception {
        Path project = project("fire");
        RunDirectory run = create(store(project, false), project);
        RunFixture.end(run, RunState.STOPPED, "");
        RunDirectory moved = RunBin.beside(run).discard(run);
        assertEquals(run.root().getParent(), moved.root().getParent().getParent());
        assertEquals(run, RunBin.beside(run).restore(moved, run.id()));
    }
}
