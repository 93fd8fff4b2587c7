package io.flamemark.synthesis;

/**
 * What picture to make. The same spec gives the same picture.
 *
 * @param place where
 * @param time when
 * @param fires how many separate fires, 0 to 3
 * @param seed everything else
 * @param width pixels, at least 64
 * @param height pixels, at least 64
 */
public record SceneSpec(Place place, Time time, int fires, long seed, int width, int height) {

    /** The kind of scenery. */
    public enum Place {
        HILLS,
        FOREST,
        FIELD,
        STREET,
        ROOM
    }

    /** The time of day. */
    public enum Time {
        DAY,
        DUSK,
        NIGHT
    }

    public SceneSpec {
        if (width < 64 || height < 64 || width > 4096 || height > 4096) {
            String size = width + "x" + height;
            throw new IllegalArgumentException("pictures are 64 to 4096 pixels wide and high, not " + size);
        }
        if (fires < 0 || fires > 3) {
            throw new IllegalArgumentException("0 to 3 fires, not " + fires);
        }
    }
}
