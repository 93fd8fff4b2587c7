/**
 * Line charts on a canvas: scales, ticks, decimation and smoothing as pure functions, and the control that draws them.
 * Made for curves of many thousand points that grow while they are looked at.
 */
package io.flamemark.app.chart;
