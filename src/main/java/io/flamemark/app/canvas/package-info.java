/** A zoomable picture with layers on it; knows no regions, tools or files. */
package io.flamemark.app.canvas;
