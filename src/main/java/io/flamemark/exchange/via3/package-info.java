/** VIA 3 projects of images; read only. */
package io.flamemark.exchange.via3;
