/** What a person can do to a project: pure edits, their history, and the session that alone applies them. */
package io.flamemark.edit;
