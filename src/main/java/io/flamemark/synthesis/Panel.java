package io.flamemark.synthesis;

import java.util.ArrayList;
import java.util.List;

/**
 * A flat parallelogram in the world.
 *
 * @param corner its lower left corner
 * @param along from there to the lower right corner
 * @param up from there to the upper left corner
 */
record Panel(Vec3 corner, Vec3 along, Vec3 up, Material material) {

    /** Its direction, turned to the camera. */
    Vec3 normal(double eye) {
        Vec3 n = along.cross(up).unit();
        return n.dot(new Vec3(0, eye, 0).minus(corner)) >= 0 ? n : n.times(-1);
    }

    /** Distance of its middle, for the order of painting. */
    double distance() {
        return corner.plus(along.times(0.5)).plus(up.times(0.5)).z();
    }

    /** Upright and parallel to the picture. */
    static Panel facing(Vec3 corner, double width, double height, Material material) {
        return new Panel(corner, new Vec3(width, 0, 0), new Vec3(0, height, 0), material);
    }

    /** The faces of a box that a camera in front of it can see: front, top, and both sides. */
    static List<Panel> box(Vec3 corner, double width, double height, double deep, Material material) {
        List<Panel> faces = new ArrayList<>();
        Vec3 right = corner.plus(width, 0, 0);
        faces.add(new Panel(corner, new Vec3(0, 0, deep), new Vec3(0, height, 0), material));
        faces.add(new Panel(right, new Vec3(0, 0, deep), new Vec3(0, height, 0), material));
        faces.add(new Panel(corner.plus(0, height, 0), new Vec3(width, 0, 0), new Vec3(0, 0, deep), material));
        faces.add(facing(corner, width, height, material));
        return faces;
    }
}
