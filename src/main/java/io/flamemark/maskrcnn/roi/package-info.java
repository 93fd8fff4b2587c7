/** The heads that look at each proposal: class, box and mask. */
package io.flamemark.maskrcnn.roi;
