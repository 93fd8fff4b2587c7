package io.flamemark.detection;

/** COCO's sizes of objects, in pixels; both ends belong to the range, so an object of 1024 is small and medium. */
enum AreaRange {
    ALL(0, 1e10),
    SMALL(0, 1024),
    MEDIUM(1024, 9216),
    LARGE(9216, 1e10);

    private final double low;
    private final double high;

    AreaRange(double low, double high) {
        this.low = low;
        this.high = high;
    }

    boolean contains(double area) {
        return area >= low && area <= high;
    }
}
