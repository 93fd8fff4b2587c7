package io.flamemark.exchange;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** The beginning of a PNG file: enough for its size to be read, and as long as a picture of that size may well be. */
final class EmptyPng {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int HEADER = 33;
    private static final int PIXELS_A_BYTE = 2_000;

    private EmptyPng() {}

    static byte[] of(int width, int height) {
        ByteBuffer file = ByteBuffer.allocate(HEADER + (int) ((long) width * height / PIXELS_A_BYTE));
        file.put(SIGNATURE).putInt(13).put(new byte[] {'I', 'H', 'D', 'R'});
        file.putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(file.array(), 12, 17);
        file.putInt((int) crc.getValue());
        return file.array();
    }
}
