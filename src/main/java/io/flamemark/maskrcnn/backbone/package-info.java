/** ResNet with a feature pyramid: from an image to feature maps of five resolutions. */
package io.flamemark.maskrcnn.backbone;
