/** The Inspect workspace: what a trained model sees in images, beside what is true. */
package io.flamemark.app.inspect;
