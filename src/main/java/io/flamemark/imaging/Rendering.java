package io.flamemark.imaging;

/**
 * Which picture of a file is meant, and which way up.
 *
 * @param upright turned as EXIF says, as today's browsers do; else as it is stored, as browsers before 2020 and many
 *     training scripts have it
 * @param page of a file with several, from 0
 */
public record Rendering(boolean upright, int page) {

    /** The first picture, upright. */
    public static final Rendering USUAL = new Rendering(true, 0);

    public Rendering {
        if (page < 0) {
            throw new IllegalArgumentException("page " + page);
        }
    }
}
