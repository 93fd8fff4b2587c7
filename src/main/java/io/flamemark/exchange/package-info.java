/**
 * Formats of other programs: what reads them into a {@link io.flamemark.annotation.Project} and what writes one to them.
 * {@code format} asks {@link io.flamemark.exchange.ForeignFormats} when a file is none of VIA's, so nothing here knows
 * of {@code format}.
 */
package io.flamemark.exchange;
