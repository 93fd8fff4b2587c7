package io.flamemark.cli;

import io.flamemark.detection.Detections;
import java.nio.file.Path;

/**
 * What was found in one image.
 *
 * @param id of the image within the results, from 1
 * @param name of the image: its path from the folder that holds all images
 */
record Prediction(int id, Path image, String name, int width, int height, Detections found) {}
