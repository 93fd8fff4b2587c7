package io.flamemark.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.flamemark.annotation.AttributeValue;
import io.flamemark.annotation.ClassScheme;
import io.flamemark.annotation.ImageEntry;
import io.flamemark.annotation.Project;
import io.flamemark.edit.Edit;
import io.flamemark.edit.EditSession;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long 10,000 images with 100,000 polygons take. */
@Tag("bench")
class LargeProjectSpeedTest {

    private static final int IMAGES = 10_000;
    private static final int REGIONS_EACH = 10;
    private static final int EDITS = 1_000;

    @TempDir
    Path folder;

    @Test
    void openEditSave() throws Exception {
        Path file = folder.resolve("large.json");
        Files.writeString(file, LargeProject.text(IMAGES, REGIONS_EACH));
        System.out.printf(
                Locale.ROOT,
                "%d images, %d polygons, %.1f MB%n",
                IMAGES,
                IMAGES * REGIONS_EACH,
                Files.size(file) / 1e6);
        ProjectFile open = null;
        for (String run : new String[] {"first", "second", "third"}) {
            open = timed("open (" + run + "), target 2 s", () -> ProjectFile.open(file));
        }
        timed("look for what is wrong with it, after it is shown", open::findings);
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                Locale.ROOT, "heap held %.0f MB, target 1000%n", (runtime.totalMemory() - runtime.freeMemory()) / 1e6);
        assertEquals(IMAGES * REGIONS_EACH, open.project().regionCount());
        Project edited = edits(open.project());
        ProjectFile opened = open;
        ProjectFile saved = timed("save, target 2 s", () -> opened.save(edited));
        timed("save unchanged", () -> saved.save(edited));
        timed("class scheme", () -> ClassScheme.of(edited));
        Path csv = folder.resolve("large.csv");
        timed("save as CSV", () -> saved.saveAs(csv, edited, FileKind.VIA_CSV));
        timed("open CSV", () -> ProjectFile.open(csv));
    }

    private static Project edits(Project opened) {
        EditSession session = new EditSession(opened);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = 0;
        long busy = 0;
        for (int i = 0; i < 2 * EDITS; i++) {
            if (i == EDITS) {
                start = System.nanoTime();
                busy = threads.getCurrentThreadCpuTime();
            }
            ImageEntry image = session.project().images().get(i * 7 % IMAGES);
            session.apply(new Edit.SetRegionAttribute(
                    image.id(),
                    Set.of(image.regions().get(0).id()),
                    "note",
                    Optional.of(new AttributeValue.Text("n" + i))));
        }
        System.out.printf(
                Locale.ROOT,
                "one edit %.3f ms, of the processor %.3f ms, target 1%n",
                (System.nanoTime() - start) / 1e6 / EDITS,
                (threads.getCurrentThreadCpuTime() - busy) / 1e6 / EDITS);
        return session.project();
    }

    private static <T> T timed(String what, Callable<T> work) throws Exception {
        long start = System.nanoTime();
        T result = work.call();
        System.out.printf(Locale.ROOT, "%s: %.2f s%n", what, (System.nanoTime() - start) / 1e9);
        return result;
    }
}
