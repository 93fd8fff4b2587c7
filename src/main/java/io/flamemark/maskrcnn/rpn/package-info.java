/** The region proposal network: where something might be. */
package io.flamemark.maskrcnn.rpn;
