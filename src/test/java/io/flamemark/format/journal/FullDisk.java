package io.flamemark.format.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.function.Predicate;

/** A disk on which, once it is full, only a few bytes more find room; or of which only a part is. */
final class FullDisk implements JournalFile.Disk {

    private static final int ROOM = 25;

    volatile boolean full;
    private final Predicate<Path> part;

    FullDisk() {
        this(file -> true);
    }

    FullDisk(Predicate<Path> part) {
        this.part = part;
    }

    @Override
    public FileChannel open(Path file, Set<StandardOpenOption> options) throws IOException {
        FileChannel real = FileChannel.open(file, options);
        return part.test(file) ? new Channel(real) : real;
    }

    private final class Channel extends FileChannel {

        private final FileChannel real;

        private Channel(FileChannel real) {
            this.real = real;
        }

        @Override
        public int write(ByteBuffer bytes, long at) throws IOException {
            if (!full) {
                return real.write(bytes, at);
            }
            real.write(bytes.slice(bytes.position(), Math.min(ROOM, bytes.remaining())), at);
            throw new IOException("No space left on device");
        }

        @Override
        public void force(boolean metadata) throws IOException {
            real.force(metadata);
        }

        @Override
        public int read(ByteBuffer bytes, long at) throws IOException {
            return real.read(bytes, at);
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            real.truncate(size);
            return this;
        }

        @Override
        public FileLock tryLock(long at, long size, boolean shared) throws IOException {
            return real.tryLock(at, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            real.close();
        }

        @Override
        public int read(ByteBuffer bytes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long read(ByteBuffer[] bytes, int from, int count) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int write(ByteBuffer bytes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long write(ByteBuffer[] bytes, int from, int count) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long position() {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileChannel position(long at) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long size() {
            throw new UnsupportedOperationException();
        }

        @Override
        public long transferTo(long at, long count, WritableByteChannel to) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long transferFrom(ReadableByteChannel from, long at, long count) {
            throw new UnsupportedOperationException();
        }

        @Override
        public MappedByteBuffer map(MapMode mode, long at, long size) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileLock lock(long at, long size, boolean shared) {
            throw new UnsupportedOperationException();
        }
    }
}
