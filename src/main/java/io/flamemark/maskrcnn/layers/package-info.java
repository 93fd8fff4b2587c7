/** The few layers the network is made of, and the named store of their parameters. */
package io.flamemark.maskrcnn.layers;
