package io.flamemark.app.train.dashboard;

import io.flamemark.app.chart.Hue;

/**
 * A run on the charts.
 *
 * @param name what legends call it where several runs are on the charts
 * @param hue its colour where several runs are
 */
record ChartedRun(String name, Hue hue, RunCurves curves) {}
