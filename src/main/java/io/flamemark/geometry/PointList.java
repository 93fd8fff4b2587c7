package io.flamemark.geometry;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * Points by their numbers, unmodifiable: a project has millions, and an object for each would take twice the memory and
 * the time to open. Equal to any list of the same points.
 */
final class PointList extends AbstractList<Point> implements RandomAccess {

    /** x and y by turns. */
    private final double[] coordinates;

    private PointList(double[] coordinates) {
        this.coordinates = coordinates;
    }

    /** @param coordinates x and y by turns; copied */
    static PointList of(double[] coordinates) {
        return new PointList(coordinates.clone());
    }

    static PointList copyOf(List<Point> points) {
        if (points instanceof PointList list) {
            return list;
        }
        double[] coordinates = new double[2 * points.size()];
        int i = 0;
        for (Point point : points) {
            coordinates[i++] = point.x();
            coordinates[i++] = point.y();
        }
        return new PointList(coordinates);
    }

    @Override
    public Point get(int index) {
        return new Point(coordinates[2 * index], coordinates[2 * index + 1]);
    }

    @Override
    public int size() {
        return coordinates.length / 2;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PointList that ? Arrays.equals(coordinates, that.coordinates) : super.equals(other);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = 0; i < coordinates.length; i += 2) {
            hash = 31 * hash + Point.hash(coordinates[i], coordinates[i + 1]);
        }
        return hash;
    }
}
