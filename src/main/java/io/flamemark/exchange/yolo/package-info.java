/** YOLO segmentation: a text file a picture, and the YAML file that names the classes. */
package io.flamemark.exchange.yolo;
