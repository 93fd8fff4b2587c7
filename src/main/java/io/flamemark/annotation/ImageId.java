package io.flamemark.annotation;

/**
 * VIA's key of an image entry, usually file name and size joined ({@code swan.jpg62201}); opaque, because legal files
 * break that pattern.
 */
public record ImageId(String key) implements Comparable<ImageId> {

    /** By key; it lets hash maps sort what a hostile file made collide. */
    @Override
    public int compareTo(ImageId other) {
        return key.compareTo(other.key);
    }
}
