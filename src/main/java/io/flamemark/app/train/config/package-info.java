/** A configuration as a form that can be changed line by line, and as the lines in which runs differ. */
package io.flamemark.app.train.config;
