/** Pascal VOC: an XML file a picture, and masks of its objects. */
package io.flamemark.exchange.voc;
