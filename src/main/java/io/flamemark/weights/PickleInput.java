package io.flamemark.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of a pickle one after the other, with limits to how many of them may become text and how much work they may
 * ask for.
 */
final class PickleInput {

    private static final int BUFFER = 1 << 13;
    private static final int LONGEST_LINE = 256;
    private static final long MOST_TEXT = 4 << 20;

    /** Some fifty steps make a tensor. */
    private static final long MOST_STEPS = 400_000;

    private final FileBytes file;
    private final long begin;
    private final long end;
    private ByteBuffer buffer = ByteBuffer.allocate(0).order(ByteOrder.LITTLE_ENDIAN);
    private long bufferEnd;
    private long text;
    private long steps;

    PickleInput(FileBytes file, Stretch place) {
        this.file = file;
        this.begin = place.begin();
        this.end = place.end();
        this.bufferEnd = place.begin();
    }

    /** The place in the file of the byte that is read next. */
    long position() {
        return bufferEnd - buffer.remaining();
    }

    /** That place within the pickle, for messages. */
    long offset() {
        return position() - begin;
    }

    /** @throws WeightsException if that makes more steps than any network needs */
    void spend(long count) throws WeightsException {
        steps += count;
        if (steps > MOST_STEPS) {
            throw refused("more operations than any network needs");
        }
    }

    int unsignedByte() throws IOException {
        return Byte.toUnsignedInt(have(Byte.BYTES).get());
    }

    int unsignedShort() throws IOException {
        return Short.toUnsignedInt(have(Short.BYTES).getShort());
    }

    int integer() throws IOException {
        return have(Integer.BYTES).getInt();
    }

    long longInteger() throws IOException {
        return have(Long.BYTES).getLong();
    }

    /** The one number that pickles hold with its highest byte first. */
    double bigEndianDouble() throws IOException {
        return Double.longBitsToDouble(Long.reverseBytes(longInteger()));
    }

    /** @throws WeightsException if there are not so many, or more than any network's names need */
    byte[] bytes(long length) throws IOException {
        if (length < 0 || length > end - position()) {
            throw refused("something of " + length + " bytes, which is more than there are");
        }
        text += length;
        if (text > MOST_TEXT) {
            throw refused("more text than any network has names");
        }
        if (length > buffer.remaining()) {
            long at = position();
            buffer.position(buffer.limit());
            bufferEnd = at + length;
            return file.read(at, (int) length).array();
        }
        byte[] bytes = new byte[(int) length];
        buffer.get(bytes);
        return bytes;
    }

    String utf8(long length) throws IOException {
        return new String(bytes(length), StandardCharsets.UTF_8);
    }

    /** A text that ends with a line feed. */
    String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = unsignedByte(); c != '\n'; c = unsignedByte()) {
            if (line.length() == LONGEST_LINE) {
                throw refused("a name without an end");
            }
            line.append((char) c);
        }
        return line.toString();
    }

    private ByteBuffer have(int count) throws IOException {
        if (buffer.remaining() < count) {
            long at = position();
            if (end - at < count) {
                throw refused("no end: it is cut short");
            }
            buffer = file.read(at, (int) Math.min(BUFFER, end - at));
            bufferEnd = at + buffer.remaining();
        }
        return buffer;
    }

    /** A refusal of what stands here. */
    WeightsException refused(String what) {
        return new WeightsException(file.path(), "is refused: its pickle has " + what + " (at byte " + offset() + ")");
    }
}
