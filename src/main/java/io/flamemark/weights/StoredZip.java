package io.flamemark.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Writes a zip archive whose files are stored as they are, each beginning at a multiple of 64 bytes, as PyTorch lays
 * them out so that they can be mapped into memory. The JDK's writer cannot align them, and needs checksums beforehand.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">the format, section 4.3</a>
 */
final class StoredZip {

    /** What four-byte places reach, less room for the directory. */
    static final long LARGEST = 0xf0000000L;

    private static final int ALIGNMENT = 64;
    private static final int LOCAL_LENGTH = 30;
    private static final int ENTRY_LENGTH = 46;
    private static final int END_LENGTH = 22;
    private static final int EXTRA_HEADER = 4;

    /** PyTorch's own mark of padding, "FB". */
    private static final short PADDING = 0x4246;

    /** Names are UTF-8. */
    private static final short FLAGS = 0x0800;

    private static final short VERSION = 20;

    /** 1 January 1980: the same content makes the same bytes. */
    private static final int DATE = 0x00210000;

    private final FileChannel channel;
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(byte[] name, long header, int length, int checksum) {}

    /** Hands out what a file in the archive holds. */
    interface Content {
        void writeTo(Tensor.Sink sink) throws IOException;
    }

    StoredZip(FileChannel channel) {
        this.channel = channel;
    }

    /** Adds a file. */
    void add(String name, Content content) throws IOException {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        long header = channel.position();
        int padding = Math.floorMod(-(header + LOCAL_LENGTH + utf8.length + EXTRA_HEADER), ALIGNMENT);
        long begin = header + LOCAL_LENGTH + utf8.length + EXTRA_HEADER + padding;
        channel.position(begin);
        CRC32 checksum = new CRC32();
        content.writeTo(piece -> {
            checksum.update(piece.duplicate());
            FileBytes.write(channel, piece);
        });
        long end = channel.position();
        Entry entry = new Entry(utf8, header, (int) (end - begin), (int) checksum.getValue());
        entries.add(entry);
        channel.position(header);
        FileBytes.write(channel, local(entry, padding));
        channel.position(end);
    }

    /** Writes the directory; then the archive is complete. */
    void finish() throws IOException {
        long begin = channel.position();
        for (Entry entry : entries) {
            FileBytes.write(channel, central(entry));
        }
        long length = channel.position() - begin;
        ByteBuffer end = littleEndian(END_LENGTH).putInt(ZipEnd.END).putInt(0);
        end.putShort((short) entries.size()).putShort((short) entries.size());
        end.putInt((int) length).putInt((int) begin).putShort((short) 0);
        FileBytes.write(channel, end.flip());
    }

    private static ByteBuffer local(Entry entry, int padding) {
        ByteBuffer out = littleEndian(LOCAL_LENGTH + entry.name.length + EXTRA_HEADER + padding);
        out.putInt(ZipDirectory.FIRST_BYTES);
        common(out, entry);
        out.putShort((short) (EXTRA_HEADER + padding));
        out.put(entry.name);
        out.putShort(PADDING).putShort((short) padding);
        return out.clear();
    }

    private static ByteBuffer central(Entry entry) {
        ByteBuffer out = littleEndian(ENTRY_LENGTH + entry.name.length);
        out.putInt(ZipDirectory.ENTRY).putShort(VERSION);
        common(out, entry);
        out.position(ENTRY_LENGTH - Integer.BYTES);
        out.putInt((int) entry.header).put(entry.name);
        return out.clear();
    }

    /** What both headers of a file say: version, flags, method 0, time, checksum, two lengths, length of the name. */
    private static void common(ByteBuffer out, Entry entry) {
        out.putShort(VERSION).putShort(FLAGS).putShort((short) 0).putInt(DATE);
        out.putInt(entry.checksum).putInt(entry.length).putInt(entry.length);
        out.putShort((short) entry.name.length);
    }

    private static ByteBuffer littleEndian(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
