/** PNG masks of classes or of instances, with the palette of Pascal VOC. */
package io.flamemark.exchange.mask;
