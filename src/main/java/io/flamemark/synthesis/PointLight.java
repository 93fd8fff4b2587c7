package io.flamemark.synthesis;

/**
 * A small warm or cold light: a part of a fire, or a lamp.
 *
 * @param power radiance times area, so that a white wall at distance d faces {@code power / (pi d^2)}
 * @param radius the size of the source in metres: nearer than this it gets no brighter
 */
record PointLight(Vec3 at, Rgb power, double radius) {}
