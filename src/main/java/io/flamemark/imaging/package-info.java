/** Images: decode, encode, turn upright, shrink to thumbnails, and the chromatic fire rules. The only user of AWT and ImageIO. */
package io.flamemark.imaging;
