/** labelme: a JSON file beside each picture. */
package io.flamemark.exchange.labelme;
