package io.flamemark.weights;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The end of a zip archive, which says where its table of contents is.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">the format, sections 4.3.14 to 4.3.16</a>
 */
final class ZipEnd {

    static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int LOCATOR = 0x07064b50;
    private static final int LOCATOR_LENGTH = 20;
    private static final int END64 = 0x06064b50;
    private static final int END64_LENGTH = 56;

    private ZipEnd() {}

    /** @throws WeightsException if there is none, as when the file is cut short */
    static Stretch directory(FileBytes file) throws IOException {
        int tail = (int) Math.min(file.size(), END_LENGTH + LONGEST_COMMENT);
        long tailBegin = file.size() - tail;
        ByteBuffer in = file.read(tailBegin, tail);
        for (int at = tail - END_LENGTH; at >= 0; at--) {
            if (in.getInt(at) == END && at + END_LENGTH + Short.toUnsignedInt(in.getShort(at + 20)) == tail) {
                return within(file, tailBegin + at, directory(file, in, at, tailBegin + at));
            }
        }
        throw new WeightsException(file.path(), "is cut short: a zip archive has its table of contents at its end");
    }

    private static Stretch directory(FileBytes file, ByteBuffer in, int at, long end) throws IOException {
        if (end >= LOCATOR_LENGTH + END64_LENGTH) {
            ByteBuffer locator = file.read(end - LOCATOR_LENGTH, LOCATOR_LENGTH);
            if (locator.getInt(0) == LOCATOR) {
                return directory64(file, locator.getLong(8));
            }
        }
        return new Stretch(Integer.toUnsignedLong(in.getInt(at + 16)), Integer.toUnsignedLong(in.getInt(at + 12)));
    }

    private static Stretch directory64(FileBytes file, long position) throws IOException {
        ByteBuffer end = file.read(position, END64_LENGTH);
        if (end.getInt(0) != END64) {
            throw new WeightsException(file.path(), "is a damaged zip archive: its end is not where it says");
        }
        return new Stretch(end.getLong(48), end.getLong(40));
    }

    private static Stretch within(FileBytes file, long end, Stretch directory) throws WeightsException {
        if (directory.begin() < 0 || directory.length() < 0 || directory.length() > end - directory.begin()) {
            throw new WeightsException(
                    file.path(), "is a damaged zip archive: its table of contents lies outside of it");
        }
        return directory;
    }
}
