/**
 * What readers and writers of all formats share: the project in the making, names and folders of output, outlines,
 * attributes, and the two ports {@link io.flamemark.exchange.part.ForeignFormat} and
 * {@link io.flamemark.exchange.part.ProjectExporter}.
 */
package io.flamemark.exchange.part;
