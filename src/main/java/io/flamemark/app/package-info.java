/** The window: one place to annotate, train and inspect. The only user of JavaFX beside the launcher. */
package io.flamemark.app;
