package io.flamemark.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    @TempDir
    Path folder;

    @Test
    void replacesTheContentAndLeavesNothingElseBehind() throws Exception {
        Path file = folder.resolve("a.json");
        AtomicFile.write(file, "old");
        AtomicFile.write(file, "new");
        assertEquals("new", Files.readString(file));
        assertEquals(List.of(file), contents());
    }

    @Test
    void aFailedWriteKeepsTheOldFileAndLeavesNothingElseBehind() throws Exception {
        Path notAFile = Files.createDirectories(folder.resolve("taken/inside")).getParent();
        assertThrows(IOException.class, () -> AtomicFile.write(notAFile, "new"));
        assertTrue(Files.isDirectory(notAFile.resolve("inside")));
        assertEquals(List.of(notAFile), contents());
        assertThrows(IOException.class, () -> AtomicFile.write(folder.resolve("no/such/a.json"), "new"));
    }

    @Test
    void whatFailsWhileItIsStreamedLeavesTheOldFile() throws Exception {
        Path file = folder.resolve("a.bin");
        AtomicFile.write(file, channel -> channel.write(ByteBuffer.wrap(new byte[] {1, 2, 3})));
        assertThrows(
                IOException.class,
                () -> AtomicFile.write(file, channel -> {
                    channel.write(ByteBuffer.wrap(new byte[] {4}));
                    throw new IOException("no more");
                }));
        assertArrayEquals(new byte[] {1, 2, 3}, Files.readAllBytes(file));
        assertEquals(List.of(file), contents());
    }

    @Test
    void namesAsLongAsTheSystemAllowsAreWritten() throws Exception {
        Path file = folder.resolve("n".repeat(250) + ".json");
        AtomicFile.write(file, "old");
        AtomicFile.write(file, "new");
        assertEquals("new", Files.readString(file));
    }

    @Test
    void whatAKilledProgramLeftIsRemovedOnceItIsOld() throws Exception {
        Path file = folder.resolve("a.json");
        Path young = leftover(file, Instant.now());
        Path old = leftover(file, Instant.now().minus(Duration.ofHours(2)));
        AtomicFile.removeLeftovers(folder);
        assertEquals(Set.of(file, young), Set.copyOf(contents()), old + " is gone");
    }

    /** What is left where a program was killed before it could rename its temporary file. */
    private Path leftover(Path file, Instant written) throws IOException {
        Set<Path> before = Set.copyOf(contents());
        Path[] temporary = new Path[1];
        AtomicFile.write(
                file,
                channel -> temporary[0] = contents().stream()
                        .filter(f -> !before.contains(f))
                        .findFirst()
                        .orElseThrow());
        Files.writeString(temporary[0], "half");
        Files.setLastModifiedTime(temporary[0], FileTime.from(written));
        return temporary[0];
    }

    @Test
    void aLinkAndThePermissionsStay() throws Exception {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        Path file = Files.writeString(folder.resolve("real.json"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), file);
        AtomicFile.write(link, "new");
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(file));
        assertEquals("rw-rw----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void aReadOnlyFileIsRefusedAndStays() throws Exception {
        Path file = Files.writeString(folder.resolve("a.json"), "old");
        assumeTrue(file.toFile().setReadOnly());
        AccessDeniedException e = assertThrows(AccessDeniedException.class, () -> AtomicFile.write(file, "new"));
        assertTrue(e.getMessage().contains("a.json") && e.getMessage().contains("read-only"), e.getMessage());
        assertEquals("old", Files.readString(file));
        assertEquals(List.of(file), contents());
    }

    @Test
    void checksumsAreThoseOfTheStandard() throws Exception {
        Path file = Files.writeString(folder.resolve("abc"), "abc");
        String expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assertEquals(expected, Sha256.of(file));
        assertEquals(expected, Sha256.of("abc".getBytes()));
    }

    private List<Path> contents() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
