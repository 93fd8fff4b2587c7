/** Detections and their evaluation against the truth, by COCO's rules (pycocotools). */
package io.flamemark.detection;
