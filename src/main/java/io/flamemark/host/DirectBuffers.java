package io.flamemark.host;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;

/**
 * Gives back the native memory of buffers that nobody uses any more. Every array that Java hands to libtorch lies in a
 * direct buffer, which is freed with the small Java object that stands for it. Once such an object is old, only a full
 * collection finds it, and a Java heap of some mebibytes never asks for one: half a mebibyte of each training step
 * stayed for good. A full collection of such a heap takes some ten milliseconds.
 */
final class DirectBuffers {

    /** So much more than the least in use since the last collection calls for another. */
    private static final long MOST_UNUSED = 32L << 20;

    private final BufferPoolMXBean pool = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .filter(candidate -> candidate.getName().equals("direct"))
            .findFirst()
            .orElseThrow();
    private long inUse = pool.getMemoryUsed();

    /** To be called every few seconds. */
    void freeUnused() {
        long used = pool.getMemoryUsed();
        // What a collection found is freed after it, by a thread of its own.
        inUse = Math.min(inUse, used);
        if (used > inUse + MOST_UNUSED) {
            System.gc();
            inUse = pool.getMemoryUsed();
        }
    }
}
