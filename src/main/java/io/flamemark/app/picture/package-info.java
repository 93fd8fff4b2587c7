/** Small pictures of image files, made in the background for lists and grids. */
package io.flamemark.app.picture;
