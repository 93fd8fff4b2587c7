/** Background work and the way back to the window's thread. */
package io.flamemark.app.task;
