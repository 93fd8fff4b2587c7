/** GeoJSON in pixels; written only. */
package io.flamemark.exchange.geojson;
