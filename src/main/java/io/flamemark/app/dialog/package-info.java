/** Questions and messages to the person. */
package io.flamemark.app.dialog;
