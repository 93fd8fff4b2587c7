/**
 * Annotation files. {@link io.flamemark.format.ProjectFile} opens whatever it is given by looking at its content, and
 * saves without losing anything it did not understand. Source of the formats: VIA 2.0.11 and 1.0.6.
 */
package io.flamemark.format;
