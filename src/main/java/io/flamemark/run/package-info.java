/** A training run: what it is told, what it tells, where it lives on disk, and the ports to the network. */
package io.flamemark.run;
