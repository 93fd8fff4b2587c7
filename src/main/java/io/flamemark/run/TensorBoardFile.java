package io.flamemark.run;

import io.flamemark.files.Folders;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.zip.CRC32C;

/**
 * One of TensorBoard's event files: records that are only ever appended, each framed as
 * {@code length u64, masked CRC-32C of the length, content, masked CRC-32C of the content}, little-endian; the content
 * is an {@code Event} message. The layout is that of TensorFlow's {@code RecordWriter} and {@code event.proto}.
 */
final class TensorBoardFile implements Closeable {

    private static final String VERSION = "brain.Event:2";

    /** Fields of {@code Event}. */
    private static final int WALL_TIME = 1;

    private static final int STEP = 2;
    private static final int FILE_VERSION = 3;
    private static final int SUMMARY = 5;
    private static final int SESSION_LOG = 7;

    /** Fields of {@code Summary} and its {@code Value}, and of {@code SessionLog} with its status START. */
    private static final int VALUE = 1;

    private static final int TAG = 1;
    private static final int SIMPLE_VALUE = 2;
    private static final int STATUS = 1;
    private static final int START = 1;

    private static final int CRC_ROTATION = 15;
    private static final int CRC_OFFSET = 0xa282ead8;
    private static final double MILLIS = 1000;

    private final FileChannel channel;

    private TensorBoardFile(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Begins a file of its own in a folder: one that a crash tore is never written to again. TensorBoard reads the
     * files of a folder in the order of their names, so names begin with the time.
     */
    static TensorBoardFile create(Path folder, String run, Instant now) throws IOException {
        Folders.makeBelow(folder.toAbsolutePath().getParent(), folder);
        for (int count = 0; ; count++) {
            String name =
                    String.format(Locale.ROOT, "events.out.tfevents.%010d.%03d.%s", now.getEpochSecond(), count, run);
            try {
                TensorBoardFile file = new TensorBoardFile(FileChannel.open(
                        folder.resolve(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
                file.append(event(now, OptionalInt.empty()).text(FILE_VERSION, VERSION));
                return file;
            } catch (FileAlreadyExistsException taken) {
                // By a run that was resumed within the second.
            }
        }
    }

    /** Numbers by their tags, at a step. */
    void scalars(Instant at, int step, Map<String, Double> values) throws IOException {
        ProtoMessage summary = new ProtoMessage();
        values.forEach((tag, value) ->
                summary.message(VALUE, new ProtoMessage().text(TAG, tag).single(SIMPLE_VALUE, value.floatValue())));
        append(event(at, OptionalInt.of(step)).message(SUMMARY, summary));
    }

    /**
     * The training goes on at a step: what was told of it and later ones before is void, and TensorBoard forgets it.
     */
    void restart(Instant at, int step) throws IOException {
        append(event(at, OptionalInt.of(step)).message(SESSION_LOG, new ProtoMessage().number(STATUS, START)));
    }

    private static ProtoMessage event(Instant at, OptionalInt step) {
        ProtoMessage event = new ProtoMessage().real(WALL_TIME, at.toEpochMilli() / MILLIS);
        step.ifPresent(it -> event.number(STEP, it));
        return event;
    }

    private void append(ProtoMessage event) throws IOException {
        byte[] content = event.toBytes();
        ByteBuffer record = ByteBuffer.allocate(Long.BYTES + Integer.BYTES + content.length + Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(content.length);
        record.putInt(maskedCrc(record.array(), Long.BYTES)).put(content).putInt(maskedCrc(content, content.length));
        record.flip();
        while (record.hasRemaining()) {
            channel.write(record);
        }
    }

    /** CRCs of data that holds CRCs are weak, hence the mask. */
    private static int maskedCrc(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return Integer.rotateRight((int) crc.getValue(), CRC_ROTATION) + CRC_OFFSET;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
