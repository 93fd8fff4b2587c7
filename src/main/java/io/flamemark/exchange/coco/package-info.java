/** COCO instances: polygons in parts, run lengths, boxes without outline. */
package io.flamemark.exchange.coco;
