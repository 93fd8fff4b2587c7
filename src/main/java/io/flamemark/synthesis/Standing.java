package io.flamemark.synthesis;

/**
 * A sprite in the world, upright, facing the camera.
 *
 * @param foot where it stands
 * @param height metres
 * @param tint multiplies its colour
 */
record Standing(Sprite sprite, Vec3 foot, double height, boolean mirrored, Rgb tint) {

    double width() {
        return height * sprite.width / sprite.height;
    }
}
