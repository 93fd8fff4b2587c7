package io.flamemark.synthesis;

/**
 * One picture of a sample project to be made.
 *
 * @param fileName flat, with its extension: {@code fire-train-01.jpg}
 * @param split train, val or test
 * @param spec the first spec tried; another seed is taken where its fires cannot be seen well
 * @param quality of the JPG, 0 to 1
 */
public record SamplePicture(String fileName, String split, SceneSpec spec, double quality) {}
