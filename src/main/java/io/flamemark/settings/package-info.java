/** What the program remembers of a person's choices, and the file it keeps them in. */
package io.flamemark.settings;
