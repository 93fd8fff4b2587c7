/** The Annotate workspace: image list, canvas with its tools, regions and their classes. */
package io.flamemark.app.annotate;
