/**
 * Points, boxes, polygons and masks in image pixels, and the pure algorithms on them: rasterise, trace, simplify, hit
 * test. The only user of JTS.
 */
package io.flamemark.geometry;
