/** All runs: the list, the table with its filter, notes and tags, two models compared on the same images. */
package io.flamemark.app.train.history;
