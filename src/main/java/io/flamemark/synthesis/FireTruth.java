package io.flamemark.synthesis;

import io.flamemark.geometry.Mask;
import io.flamemark.geometry.Polygon;

/**
 * One fire of a synthetic picture.
 *
 * @param mask the pixels inside the outline of its visible flames, before the lens spread them
 * @param polygon the same as a person would draw it: 10 to 40 vertices
 */
public record FireTruth(Mask mask, Polygon polygon) {}
