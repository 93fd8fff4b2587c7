package io.flamemark.synthesis;

/** A place or direction in the world: x to the right, y up, z away from the camera; metres. */
record Vec3(double x, double y, double z) {

    static final Vec3 UP = new Vec3(0, 1, 0);

    /** Towards the camera. */
    static final Vec3 FACING = new Vec3(0, 0, -1);

    Vec3 plus(Vec3 o) {
        return new Vec3(x + o.x, y + o.y, z + o.z);
    }

    Vec3 plus(double dx, double dy, double dz) {
        return new Vec3(x + dx, y + dy, z + dz);
    }

    Vec3 minus(Vec3 o) {
        return new Vec3(x - o.x, y - o.y, z - o.z);
    }

    Vec3 times(double s) {
        return new Vec3(x * s, y * s, z * s);
    }

    double dot(Vec3 o) {
        return x * o.x + y * o.y + z * o.z;
    }

    Vec3 cross(Vec3 o) {
        return new Vec3(y * o.z - z * o.y, z * o.x - x * o.z, x * o.y - y * o.x);
    }

    double length() {
        return Math.sqrt(dot(this));
    }

    /** The direction, of length 1; the zero vector stays. */
    Vec3 unit() {
        double length = length();
        return length > 0 ? times(1 / length) : this;
    }
}
