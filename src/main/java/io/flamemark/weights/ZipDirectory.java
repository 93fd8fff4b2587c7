package io.flamemark.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the files of a zip archive lie in it. PyTorch stores them as they are, so each is a stretch of the archive;
 * compressed, encrypted, linked or overlapping ones are refused. The JDK's reader does not tell where a file's bytes
 * begin, which views of them need.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">the format, sections 4.3 and 4.5</a>
 */
final class ZipDirectory {

    /** What an archive with a file in it begins with. */
    static final int FIRST_BYTES = 0x04034b50;

    static final int ENTRY = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int LOCAL_LENGTH = 30;
    private static final int ZIP64_EXTRA = 1;
    private static final long IN_ZIP64 = 0xffffffffL;
    private static final int ENCRYPTED = 1;
    private static final int FILE_KIND = 0xf000;
    private static final int LINK = 0xa000;

    /** Places of what an entry says, from its beginning. */
    private static final int FLAGS_AT = 8;

    private static final int METHOD_AT = 10;
    private static final int PACKED_LENGTH_AT = 20;
    private static final int LENGTH_AT = 24;
    private static final int NAME_LENGTH_AT = 28;
    private static final int EXTRA_LENGTH_AT = 30;
    private static final int COMMENT_LENGTH_AT = 32;
    private static final int ATTRIBUTES_AT = 38;
    private static final int HEADER_AT = 42;

    /** Places of what the header before a file says. */
    private static final int LOCAL_NAME_LENGTH_AT = 26;

    private static final int LOCAL_EXTRA_LENGTH_AT = 28;

    /** Room for forty thousand tensors, and no more work than takes a part of a second. */
    private static final int LARGEST_DIRECTORY = 4 << 20;

    /** An entry of the directory, before it is known where its bytes begin. */
    private record Entry(String name, long length, long header) {}

    private final FileBytes file;
    private final Map<String, Stretch> files = new LinkedHashMap<>();

    private ZipDirectory(FileBytes file) {
        this.file = file;
    }

    /** @throws WeightsException if the archive is damaged or holds what is not read */
    static ZipDirectory read(FileBytes file) throws IOException {
        ZipDirectory directory = new ZipDirectory(file);
        Stretch place = ZipEnd.directory(file);
        if (place.length() > LARGEST_DIRECTORY) {
            throw new WeightsException(file.path(), "has more files in it than any network has tensors");
        }
        directory.locate(directory.entries(file.read(place.begin(), (int) place.length())), place.begin());
        return directory;
    }

    /** The names of the files in it. */
    Set<String> names() {
        return files.keySet();
    }

    Optional<Stretch> find(String name) {
        return Optional.ofNullable(files.get(name));
    }

    private List<Entry> entries(ByteBuffer in) throws WeightsException {
        List<Entry> entries = new ArrayList<>();
        while (in.hasRemaining()) {
            int at = in.position();
            if (in.remaining() < ENTRY_LENGTH || in.getInt(at) != ENTRY) {
                throw damaged("its table of contents is not readable");
            }
            int nameLength = Short.toUnsignedInt(in.getShort(at + NAME_LENGTH_AT));
            int extraLength = Short.toUnsignedInt(in.getShort(at + EXTRA_LENGTH_AT));
            int commentLength = Short.toUnsignedInt(in.getShort(at + COMMENT_LENGTH_AT));
            int length = ENTRY_LENGTH + nameLength + extraLength + commentLength;
            if (length > in.remaining()) {
                throw damaged("its table of contents is cut short");
            }
            String name = new String(in.array(), at + ENTRY_LENGTH, nameLength, StandardCharsets.UTF_8);
            ByteBuffer entry = in.slice(at, ENTRY_LENGTH).order(in.order());
            requirePlain(name, entry);
            ByteBuffer extra =
                    in.slice(at + ENTRY_LENGTH + nameLength, extraLength).order(in.order());
            entries.add(entry(name, entry, extra));
            in.position(at + length);
        }
        return entries;
    }

    private void requirePlain(String name, ByteBuffer entry) throws WeightsException {
        if ((entry.getInt(ATTRIBUTES_AT) >>> 16 & FILE_KIND) == LINK) {
            throw new WeightsException(file.path(), "holds " + name + " as a link, which is not followed");
        }
        if ((entry.getShort(FLAGS_AT) & ENCRYPTED) != 0) {
            throw new WeightsException(file.path(), "holds " + name + " encrypted, which is not read");
        }
        if (entry.getShort(METHOD_AT) != 0) {
            throw new WeightsException(
                    file.path(), "holds " + name + " compressed, which PyTorch never does; unpack and store it again");
        }
    }

    /** Lengths and places that need more than four bytes stand in the extra field, in this order. */
    private Entry entry(String name, ByteBuffer entry, ByteBuffer extra) throws WeightsException {
        long packed = Integer.toUnsignedLong(entry.getInt(PACKED_LENGTH_AT));
        long length = Integer.toUnsignedLong(entry.getInt(LENGTH_AT));
        long header = Integer.toUnsignedLong(entry.getInt(HEADER_AT));
        ByteBuffer large = zip64(extra);
        length = length == IN_ZIP64 ? next(large) : length;
        packed = packed == IN_ZIP64 ? next(large) : packed;
        header = header == IN_ZIP64 ? next(large) : header;
        if (packed != length || length < 0 || header < 0) {
            throw damaged(name + " has two lengths");
        }
        return new Entry(name, length, header);
    }

    private static ByteBuffer zip64(ByteBuffer extra) {
        while (extra.remaining() >= 4) {
            int id = Short.toUnsignedInt(extra.getShort());
            int length = Math.min(Short.toUnsignedInt(extra.getShort()), extra.remaining());
            if (id == ZIP64_EXTRA) {
                return extra.slice(extra.position(), length).order(extra.order());
            }
            extra.position(extra.position() + length);
        }
        return extra.slice(0, 0);
    }

    private long next(ByteBuffer large) throws WeightsException {
        if (large.remaining() < Long.BYTES) {
            throw damaged("a length is missing");
        }
        return large.getLong();
    }

    private void locate(List<Entry> entries, long directory) throws IOException {
        entries.sort(Comparator.comparingLong(Entry::header));
        long at = 0;
        for (Entry entry : entries) {
            if (entry.header() < at || entry.header() > directory - LOCAL_LENGTH) {
                throw damaged(entry.name() + " lies outside its place");
            }
            ByteBuffer local = file.read(entry.header(), LOCAL_LENGTH);
            long begin = entry.header()
                    + LOCAL_LENGTH
                    + Short.toUnsignedInt(local.getShort(LOCAL_NAME_LENGTH_AT))
                    + Short.toUnsignedInt(local.getShort(LOCAL_EXTRA_LENGTH_AT));
            if (local.getInt(0) != FIRST_BYTES || begin > directory || entry.length() > directory - begin) {
                throw damaged(entry.name() + " lies outside its place");
            }
            if (files.put(entry.name(), new Stretch(begin, entry.length())) != null) {
                throw damaged(entry.name() + " stands in it twice");
            }
            at = begin + entry.length();
        }
    }

    private WeightsException damaged(String how) {
        return new WeightsException(file.path(), "is a damaged zip archive: " + how);
    }
}
