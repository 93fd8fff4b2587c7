/** The Train workspace: start a training, watch it, stop it, look back at earlier ones. */
package io.flamemark.app.train;
