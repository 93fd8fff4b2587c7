/** The domain: projects, images, regions, shapes and attributes, in VIA's terms. Plain immutable Java. */
package io.flamemark.annotation;
