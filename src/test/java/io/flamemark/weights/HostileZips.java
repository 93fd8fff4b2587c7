package io.flamemark.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Zip archives whose table of contents lies, each with words of the sentence it is to be refused with. */
final class HostileZips {

    private static final int ENTRY_LENGTH = 46;
    private static final int END_LENGTH = 22;
    private static final int LARGE = 0xffffffff;

    private HostileZips() {}

    /** Names and contents of the files, by the words. */
    static Map<String, Map.Entry<String, byte[]>> all() throws IOException {
        byte[] good = HostileFiles.zip(Map.of("archive/data.pkl", new byte[20], "archive/data/0", new byte[16]));
        Map<String, Map.Entry<String, byte[]>> files = new LinkedHashMap<>();
        files.put("two-lengths.pth", Map.entry("two lengths", HostileFiles.changed(good, 20, 5)));
        files.put("twice.pth", Map.entry("stands in it twice", twice()));
        files.put("negative64.pth", Map.entry("two lengths", large(good, -1, -1, 0)));
        files.put("unequal64.pth", Map.entry("two lengths", large(good, 16, 17, 0)));
        files.put("far64.pth", Map.entry("outside its place", large(good, 16, 16, Long.MAX_VALUE - 5)));
        files.put("before64.pth", Map.entry("two lengths", large(good, 16, 16, Long.MIN_VALUE)));
        files.put("vast64.pth", Map.entry("outside its place", large(good, 1L << 62, 1L << 62, 0)));
        files.put("lacking64.pth", Map.entry("a length is missing", HostileFiles.changed(good, 24, LARGE)));
        files.put("end-vast.pth", Map.entry("lies outside of it", ended(good, 1L << 62, 0)));
        files.put("end-negative.pth", Map.entry("lies outside of it", ended(good, -1, 5)));
        files.put("end-before.pth", Map.entry("lies outside of it", ended(good, 10, -10)));
        files.put("end-far.pth", Map.entry("lies outside of it", ended(good, 10, Long.MAX_VALUE)));
        return files;
    }

    /** Two names that differ in a letter, made the same. */
    private static byte[] twice() throws IOException {
        byte[] zip = HostileFiles.zip(Map.of("archive/data.pkl", new byte[1], "archive/data.pkm", new byte[1]));
        String text = new String(zip, StandardCharsets.ISO_8859_1);
        return text.replace("data.pkm", "data.pkl").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The last entry with its lengths and place in eight bytes each. */
    private static byte[] large(byte[] zip, long length, long packed, long header) {
        byte[] marked = zip;
        for (int field : new int[] {20, 24, 42}) {
            marked = HostileFiles.changed(marked, field, LARGE);
        }
        ByteBuffer extra = littleEndian(28).putShort((short) 1).putShort((short) 24);
        extra.putLong(length).putLong(packed).putLong(header);
        int end = marked.length - END_LENGTH;
        ByteBuffer out = littleEndian(marked.length + extra.capacity());
        out.put(marked, 0, end).put(extra.array()).put(marked, end, END_LENGTH);
        int entry = end - ENTRY_LENGTH - "archive/data/0".length();
        out.putShort(entry + 30, (short) extra.capacity());
        int directory = out.capacity() - END_LENGTH + 12;
        return out.putInt(directory, out.getInt(directory) + extra.capacity()).array();
    }

    /** With an end of eight-byte places before the usual one. */
    private static byte[] ended(byte[] zip, long length, long begin) {
        int body = zip.length - END_LENGTH;
        ByteBuffer out = littleEndian(zip.length + 56 + 20).put(zip, 0, body);
        out.putInt(body, 0x06064b50).putLong(body + 40, length).putLong(body + 48, begin);
        out.putInt(body + 56, 0x07064b50).putLong(body + 56 + 8, body);
        return out.position(body + 76)
                .put(Arrays.copyOfRange(zip, body, zip.length))
                .array();
    }

    private static ByteBuffer littleEndian(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
